package care.throughline.infra.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** The right to do something that one node does at a time: a lock of the session, gone when its connection is. */
final class Turn implements AutoCloseable {

    /** To grow the tree and to sign. */
    static final long TO_GROW = 0x7468726f75676801L;

    /** To speak with the witness. */
    static final long TO_BE_WITNESSED = 0x7468726f75676802L;

    private final Connection connection;
    private final long lock;

    private Turn(Connection connection, long lock) {
        this.connection = connection;
        this.lock = lock;
    }

    /** Takes the turn, or nothing if another node has it. */
    static Optional<Turn> take(DataSource dataSource, long lock) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            if (says(connection, "select pg_try_advisory_lock(" + lock + ")")) {
                connection.setAutoCommit(false);
                return Optional.of(new Turn(connection, lock));
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    /** Does not commit by itself; what is written by it is written by whoever has the turn. */
    Connection connection() {
        return connection;
    }

    private static boolean says(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            says(connection, "select pg_advisory_unlock(" + lock + ")");
        }
    }
}
