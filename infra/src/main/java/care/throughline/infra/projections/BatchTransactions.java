package care.throughline.infra.projections;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * One transaction per batch, in which unqualified names mean the processor's own schema. It need not be flushed before it
 * is answered: rows and position are lost together or not at all, and lost ones are applied again.
 */
final class BatchTransactions implements TransactionManager {

    private static final String IN_SCHEMA =
            "select set_config('search_path', ?, true), set_config('synchronous_commit', 'off', true)";

    private final PlatformTransactionManager transactions;
    private final JdbcClient db;
    private final String schema;

    BatchTransactions(PlatformTransactionManager transactions, JdbcClient db, String schema) {
        this.transactions = transactions;
        this.db = db;
        this.schema = schema;
    }

    @Override
    public Transaction startTransaction() {
        TransactionStatus status = transactions.getTransaction(new DefaultTransactionDefinition());
        if (status.isNewTransaction()) {
            enterSchema(status);
        }
        return new Transaction() {
            @Override
            public void commit() {
                transactions.commit(status);
            }

            @Override
            public void rollback() {
                if (status.isNewTransaction() && !status.isCompleted()) {
                    transactions.rollback(status);
                }
            }
        };
    }

    private void enterSchema(TransactionStatus status) {
        try {
            db.sql(IN_SCHEMA).param(schema).query((row, number) -> 1).single();
        } catch (RuntimeException e) {
            transactions.rollback(status);
            throw e;
        }
    }
}
