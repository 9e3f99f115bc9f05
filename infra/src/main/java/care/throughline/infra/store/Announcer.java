package care.throughline.infra.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells the other nodes, if there are any, how far this one has committed: apart from the append, at most every few
 * milliseconds, and without waiting for the disk. An announcement that is lost only costs the others their next poke.
 */
final class Announcer implements AutoCloseable {

    static final String CHANNEL = "throughline_store";

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    private static final String ANNOUNCE =
            "select set_config('synchronous_commit', 'off', true), pg_notify('" + CHANNEL + "', ?)";

    /** Every node that listens holds this lock together with the others, so that they can be counted. */
    private static final String PRESENCE = "1953002085, 1";

    static final String BE_PRESENT = "select pg_advisory_lock_shared(" + PRESENCE + ")";
    static final String BE_ABSENT = "select pg_advisory_unlock_shared(" + PRESENCE + ")";

    private static final String IS_ANYBODY_ELSE_PRESENT =
            "select count(*) > 1 from pg_locks where locktype = 'advisory' and (classid, objid, objsubid) = ("
                    + PRESENCE + ", 2) and database = (select oid from pg_database where datname = current_database())";

    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

    private final Head committed = new Head();
    private final JdbcTemplate jdbc;
    private final Thread thread;
    private boolean othersPresent;
    private long looked = System.nanoTime() - LOOK_AGAIN_NANOS;

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
            if (isAnybodyListening()) {
                jdbc.query(ANNOUNCE, row -> {}, Long.toString(position));
            }
        } catch (RuntimeException e) {
            LOG.debug("Announcement of {} was lost", position, e);
        }
    }

    /** Asks once a second; a node that came meanwhile lives on its pokes until then. */
    private boolean isAnybodyListening() {
        if (System.nanoTime() - looked >= LOOK_AGAIN_NANOS) {
            othersPresent = Boolean.TRUE.equals(jdbc.queryForObject(IS_ANYBODY_ELSE_PRESENT, Boolean.class));
            looked = System.nanoTime();
        }
        return othersPresent;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
