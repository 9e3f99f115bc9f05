package care.throughline.infra.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Hands out connections of the pool that a beginning transaction names, and the readers' to everybody else. */
final class PoolByPurpose extends AbstractDataSource {

    private final ThreadLocal<DataSource> named;

    PoolByPurpose(DataSource readers) {
        this.named = ThreadLocal.withInitial(() -> readers);
    }

    /** Runs the beginning of a transaction, during which its connection is taken. */
    void begin(DataSource pool, Runnable beginning) {
        DataSource before = named.get();
        named.set(pool);
        try {
            beginning.run();
        } finally {
            named.set(before);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return named.get().getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("connections are pooled by purpose, not by user");
    }
}
