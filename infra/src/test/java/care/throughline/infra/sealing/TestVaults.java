package care.throughline.infra.sealing;

import care.throughline.command.BlindIndex;

/** Vaults and keyed hashes for tests, without a database and with a master key that protects nothing. */
public final class TestVaults {

    private TestVaults() {}

    /** An empty vault in memory. */
    public static Vault inMemory() {
        return new Vault(masters(1), new MemoryKeys());
    }

    /** The vault whose keys opened every frozen sample there ever was. */
    public static Vault ofSamples() {
        return new Vault(masters(1), new SampleKeys(masters(1)));
    }

    /** A keyed hash that is the same in every test. */
    public static BlindIndex blindIndex() {
        return KeyedHash.of(masters(1), new MemoryKeys());
    }

    static MasterKeys masters(int number) {
        return MasterKeys.only(master(number));
    }

    static MasterKey master(int number) {
        byte[] root = new byte[MasterKey.LENGTH];
        root[0] = (byte) number;
        return new MasterKey(root);
    }
}
