package care.throughline.infra.sealing;

import java.util.Map;
import java.util.Objects;

/** Wraps every key anew after the master key was replaced; may be interrupted, repeated and run on several nodes. */
final class Rotation {

    private static final int BATCH = 500;

    private final MasterKeys masters;
    private final KeyRows rows;

    Rotation(MasterKeys masters, KeyRows rows) {
        this.masters = masters;
        this.rows = rows;
    }

    /** Returns how many keys this run wrapped anew.
     *
     * @throws DamagedVault if a key was wrapped by neither the current nor the previous master key
     */
    long run() {
        long done = 0;
        while (true) {
            Map<String, KeyRows.Row> batch =
                    rows.wrappedByOther(masters.current().id(), BATCH);
            if (batch.isEmpty()) {
                return done;
            }
            done += batch.entrySet().stream()
                    .filter(row -> anew(row.getKey(), row.getValue()))
                    .count();
        }
    }

    private boolean anew(String subject, KeyRows.Row row) {
        byte[] key = Objects.requireNonNull(masters.unwrap(subject, row), "only keys that are there are wrapped anew");
        return rows.rewrap(subject, row, masters.wrap(subject, key));
    }
}
