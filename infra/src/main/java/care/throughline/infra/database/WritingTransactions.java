package care.throughline.infra.database;

import java.io.Serial;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Transactions that take a writer's connection unless they say that they only read. */
final class WritingTransactions extends JdbcTransactionManager {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient PoolByPurpose pools;

    WritingTransactions(PoolByPurpose pools) {
        super(pools);
        this.pools = pools;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        pools.begin(!definition.isReadOnly(), () -> super.doBegin(transaction, definition));
    }
}
