package care.throughline.infra.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Hands out the writers' connections to writing transactions, and the readers' to everybody else. */
final class PoolByPurpose extends AbstractDataSource {

    private final DataSource writers;
    private final DataSource readers;
    private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);

    PoolByPurpose(DataSource writers, DataSource readers) {
        this.writers = writers;
        this.readers = readers;
    }

    /** Runs the beginning of a transaction, during which its connection is taken. */
    void begin(boolean toWrite, Runnable beginning) {
        boolean before = writing.get();
        writing.set(toWrite);
        try {
            beginning.run();
        } finally {
            writing.set(before);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (writing.get() ? writers : readers).getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("connections are pooled by purpose, not by user");
    }
}
