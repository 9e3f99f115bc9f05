package care.throughline.infra.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Gives each worker connections of its own, in which unqualified names mean its schema for good: a search path that changed
 * from one transaction to the next would make the driver and PostgreSQL prepare every statement anew. Their commits do not
 * wait for the disk.
 */
public final class WorkersConnections implements AutoCloseable {

    /** One for its batch, one to renew its claim meanwhile. */
    private static final int EACH = 2;

    private final Database database;
    private final PoolByPurpose pools;
    private final DataSource readers;
    private final Map<String, HikariDataSource> byWorker = new ConcurrentHashMap<>();

    WorkersConnections(Database database, PoolByPurpose pools, DataSource readers) {
        this.database = database;
        this.pools = pools;
        this.readers = readers;
    }

    /** Transactions of this worker, on which every {@code JdbcClient} of the application joins in. */
    public PlatformTransactionManager of(String worker, String schema) {
        return on(connections(worker, schema));
    }

    /** This worker's own connections, in which unqualified names mean this schema. */
    public DataSource connections(String worker, String schema) {
        return byWorker.computeIfAbsent(worker, name -> database.poolWithin(name, schema, EACH));
    }

    /** Transactions on these connections, on which every {@code JdbcClient} of the application joins in. */
    public PlatformTransactionManager on(DataSource connections) {
        return new WritingTransactions(pools, connections, readers);
    }

    @Override
    public void close() {
        byWorker.values().forEach(HikariDataSource::close);
    }
}
