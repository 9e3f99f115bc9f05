package care.throughline.infra.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves this node's head when another node has committed: listens to announcements, and looks for itself whenever it has
 * heard nothing for a moment. Keeps one connection.
 */
final class HeadWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
    private static final int NETWORK_TIMEOUT_MILLIS = 15_000;
    private static final Duration POKE = Duration.ofMillis(100);

    private final DataSource dataSource;
    private final Head head;
    private final StoreMeters meters;
    private final Thread thread;
    private volatile boolean closed;

    HeadWatch(DataSource dataSource, Head head, StoreMeters meters) {
        this.dataSource = dataSource;
        this.head = head;
        this.meters = meters;
        this.thread = Thread.ofPlatform().name("head-watch").daemon().start(this::run);
    }

    private void run() {
        while (!closed) {
            try (Connection connection = dataSource.getConnection()) {
                watch(connection);
            } catch (SQLException | RuntimeException e) {
                complain(e);
            }
        }
    }

    private void complain(Exception e) {
        if (!closed) {
            LOG.warn("The store's head cannot be watched; trying again: {}", e.getMessage());
            LockSupport.parkNanos(POKE.toNanos());
        }
    }

    private void watch(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute(Announcer.BE_PRESENT);
            statement.execute("listen " + Announcer.CHANNEL);
            while (!closed) {
                look(statement);
                listen(postgres);
            }
            statement.execute("unlisten *");
            statement.execute(Announcer.BE_ABSENT);
        }
    }

    /** Follows announcements until there is silence. */
    private void listen(PGConnection postgres) throws SQLException {
        PGNotification[] heard = postgres.getNotifications((int) POKE.toMillis());
        while (heard != null && heard.length > 0 && !closed) {
            if (head.advanceTo(Long.parseLong(heard[heard.length - 1].getParameter()))) {
                meters.announced();
            }
            heard = postgres.getNotifications((int) POKE.toMillis());
        }
    }

    private void look(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select coalesce(max(position), -1) from store.event")) {
            row.next();
            if (head.advanceTo(row.getLong(1))) {
                meters.found();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
