package care.throughline.infra.sealing;

import java.sql.Connection;
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
 * Hears from the database whom any node has forgotten, and has this node's vault drop the key within the moment. While it
 * cannot hear, it drops all keys every second, so that none is used for longer than that. Keeps one connection.
 */
final class ForgottenWatch implements AutoCloseable {

    static final String CHANNEL = "throughline_forgotten";

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenWatch.class);
    private static final int NETWORK_TIMEOUT_MILLIS = 5_000;
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration DEAF = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final Vault vault;
    private final Thread thread;
    private volatile boolean closed;

    ForgottenWatch(DataSource dataSource, Vault vault) {
        this.dataSource = dataSource;
        this.vault = vault;
        this.thread = Thread.ofPlatform().name("forgotten-watch").daemon().start(this::run);
    }

    private void run() {
        while (!closed) {
            try (Connection connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                beDeaf(e);
            }
        }
    }

    private void beDeaf(Exception why) {
        if (!closed) {
            LOG.warn("It cannot be heard whom other nodes forget, so no key is kept: {}", why.getMessage());
            vault.dropAll();
            LockSupport.parkNanos(DEAF.toNanos());
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            vault.dropAll();
            while (!closed) {
                PGNotification[] heard = postgres.getNotifications((int) SILENCE.toMillis());
                if (heard == null || heard.length == 0) {
                    statement.execute("select 1"); // the line may be dead without a word
                } else {
                    for (PGNotification one : heard) {
                        vault.drop(one.getParameter());
                    }
                }
            }
            statement.execute("unlisten *");
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
