package care.throughline.infra.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells the other nodes how far this one has committed: apart from the append, at most every few milliseconds, and without
 * waiting for the disk. An announcement that is lost only costs the others their next poke.
 */
final class Announcer implements AutoCloseable {

    static final String CHANNEL = "throughline_store";

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    private static final String ANNOUNCE =
            "select set_config('synchronous_commit', 'off', true), pg_notify('" + CHANNEL + "', ?)";

    private final Head committed = new Head();
    private final JdbcTemplate jdbc;
    private final Thread thread;

    Announcer(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.thread = Thread.ofPlatform().name("announcer").daemon().start(this::run);
    }

    /** Takes note of a commit of this node. */
    void announce(long position) {
        committed.advanceTo(position);
    }

    private void run() {
        long announced = Head.NOTHING;
        try {
            while (!Thread.interrupted()) {
                if (committed.await(announced + 1, Duration.ofHours(1))) {
                    announced = committed.position();
                    send(announced);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("No more announcements");
        }
    }

    private void send(long position) {
        try {
            jdbc.query(ANNOUNCE, row -> {}, Long.toString(position));
        } catch (DataAccessException e) {
            LOG.debug("Announcement of {} was lost", position, e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
