package care.throughline.infra.sealing;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The master key in use and, while it is being replaced, the one before it. */
record MasterKeys(MasterKey current, @Nullable MasterKey previous) {

    static MasterKeys only(MasterKey current) {
        return new MasterKeys(current, null);
    }

    /** A row for this key, wrapped by the master key in use. */
    KeyRows.Row wrap(String subject, byte[] key) {
        return new KeyRows.Row(current.wrap(subject, key), current.id());
    }

    /** The key in a row, or null if it was forgotten.
     *
     * @throws DamagedVault if neither master key wrapped it
     */
    byte @Nullable [] unwrap(String subject, KeyRows.Row row) {
        return row.wrapped() == null ? null : by(row.master(), subject).unwrap(subject, row.wrapped());
    }

    /** The one of this id, if it is at hand. */
    Optional<MasterKey> find(String id) {
        return Stream.of(Optional.of(current), Optional.ofNullable(previous))
                .flatMap(Optional::stream)
                .filter(master -> master.id().equals(id))
                .findFirst();
    }

    private MasterKey by(String id, String subject) {
        return find(id).orElseThrow(() -> new DamagedVault("the key of " + subject + " was wrapped by master key " + id
                + ", and the file holds " + current.id()
                + ": restore the master key file and the vault that belong together"));
    }
}
