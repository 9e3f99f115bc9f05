package care.throughline.infra.ledger;

import javax.sql.DataSource;

/** What the ledger is put together from. */
record LedgerParts(
        DataSource dataSource,
        SigningKey key,
        Tiles tiles,
        StoredEntries entries,
        Checkpoints checkpoints,
        CheckpointFile file,
        Findings findings,
        Comparison comparison) {

    /** @param dataSource acts in the ledger's own role */
    static LedgerParts of(DataSource dataSource, SigningKey key, CheckpointFile file) {
        return new LedgerParts(
                dataSource,
                key,
                new Tiles(dataSource),
                new StoredEntries(dataSource),
                new Checkpoints(dataSource),
                file,
                new Findings(dataSource),
                new Comparison(dataSource, key.verifying()));
    }
}
