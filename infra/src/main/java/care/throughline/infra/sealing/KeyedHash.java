package care.throughline.infra.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.throughline.command.BlindIndex;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over length-prefixed parts, cut to 160 bits and written in base32 (RFC 4648, lower case): 32 characters. */
final class KeyedHash implements BlindIndex {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BYTES = 20;
    private static final String ROW = "index_key";

    private final SecretKeySpec key;

    KeyedHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * The hash of this installation. Its key follows from the first master key and is then kept in the vault, wrapped like
     * any other, because ids must stay the same when the master key is changed.
     */
    static KeyedHash of(MasterKeys masters, KeyRows rows) {
        KeyRows.Row first = masters.wrap(ROW, masters.current().derive("throughline blind index 1"));
        byte[] key = masters.unwrap(ROW, rows.findOrAdd(ROW, first));
        if (key == null) {
            throw new DamagedVault("the key of the keyed hash was deleted: restore the vault from its backup");
        }
        return new KeyedHash(key);
    }

    @Override
    public String hash(String... parts) {
        Mac mac = mac();
        for (String part : parts) {
            byte[] bytes = part.getBytes(UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            mac.update(bytes);
        }
        return base32(mac.doFinal());
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    private static String base32(byte[] hash) {
        StringBuilder text = new StringBuilder(BYTES * 8 / 5);
        for (int group = 0; group < BYTES; group += 5) {
            long bits = 0;
            for (int i = 0; i < 5; i++) {
                bits = (bits << 8) | (hash[group + i] & 0xff);
            }
            for (int shift = 35; shift >= 0; shift -= 5) {
                text.append(ALPHABET.charAt((int) ((bits >> shift) & 31)));
            }
        }
        return text.toString();
    }
}
