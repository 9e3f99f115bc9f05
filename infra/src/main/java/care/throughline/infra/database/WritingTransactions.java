package care.throughline.infra.database;

import java.io.Serial;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Transactions that take a connection of this pool, or a reader's if they say that they only read. */
final class WritingTransactions extends JdbcTransactionManager {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient PoolByPurpose pools;
    private final transient DataSource writers;
    private final transient DataSource readers;

    WritingTransactions(PoolByPurpose pools, DataSource writers, DataSource readers) {
        super(pools);
        this.pools = pools;
        this.writers = writers;
        this.readers = readers;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        pools.begin(definition.isReadOnly() ? readers : writers, () -> super.doBegin(transaction, definition));
    }
}
