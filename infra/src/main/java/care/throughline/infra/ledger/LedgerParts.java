package care.throughline.infra.ledger;

import java.util.function.Supplier;
import javax.sql.DataSource;

/** What the ledger is put together from. */
record LedgerParts(
        DataSource dataSource,
        Supplier<SigningKey> keys,
        Tiles tiles,
        StoredEntries entries,
        Checkpoints checkpoints,
        CheckpointFile file,
        Findings findings,
        Comparison comparison) {

    /**
     * @param dataSource acts in the ledger's own role
     * @param keys the key of the log that is kept at that moment
     */
    static LedgerParts of(DataSource dataSource, Supplier<SigningKey> keys, CheckpointFile file) {
        return new LedgerParts(
                dataSource,
                keys,
                new Tiles(dataSource),
                new StoredEntries(dataSource),
                new Checkpoints(dataSource, () -> keys.get().origin()),
                file,
                new Findings(dataSource),
                new Comparison(dataSource, () -> keys.get().verifying()));
    }

    SigningKey key() {
        return keys.get();
    }
}
