package care.throughline.infra.ledger;

import care.throughline.infra.store.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Grows the tree right behind the store's commits and signs checkpoints, on one node at a time. When events and tree
 * contradict each other it says so and goes no further, until they agree again.
 */
final class Follower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration LOOK_UP = Duration.ofSeconds(1);
    private static final int LOOK_BACK = 1_024;

    private final LedgerParts parts;
    private final Succession succession;
    private final Head head;
    private final Patrol patrol;
    private final Duration checkpointEvery;
    private final Clock clock;
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private Instant signedAt = Instant.EPOCH;
    private long signedSize;

    Follower(
            LedgerParts parts, Succession succession, Head head, Patrol patrol, Duration checkpointEvery, Clock clock) {
        this.parts = parts;
        this.succession = succession;
        this.head = head;
        this.patrol = patrol;
        this.checkpointEvery = checkpointEvery;
        this.clock = clock;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Turn turn = Turn.take(parts.dataSource(), Turn.TO_GROW).orElse(null)) {
                if (turn != null) {
                    lead(turn.connection());
                }
            } catch (Contradiction e) {
                refuse(e);
            } catch (SQLException | RuntimeException e) {
                LOG.warn(
                        "The ledger pauses and will try again: {}", e.getClass().getSimpleName());
            }
            if (stopsWithin(LOOK_UP)) {
                return;
            }
        }
    }

    /** Goes on until interrupted, or until something is wrong. */
    private void lead(Connection connection) throws SQLException, Contradiction {
        succession.carryOut();
        long size = parts.tiles().size();
        beSureOf(size);
        Growth growth = new Growth(connection, size, parts.tiles());
        signedSize = parts.checkpoints().latest().map(Checkpoint::size).orElse(0L);
        LOG.info("The ledger of {} events is kept by this node", size);
        while (waitFor(growth.size())) {
            grow(growth);
            sign(connection, growth);
            patrol.step();
        }
    }

    /** Nothing may be added to a tree that does not agree with the events, with its checkpoints and with the file. */
    private void beSureOf(long size) throws Contradiction {
        Optional<Contradiction> open = parts.findings().open();
        if (open.isPresent()) {
            Optional<Contradiction> still = parts.comparison().still(open.get().position(), size);
            if (still.isPresent()) {
                throw open.get();
            }
        }
        parts.comparison().length(size);
        if (size > 0) {
            parts.comparison().events(Math.max(0, size - LOOK_BACK), size - 1, size);
        }
        for (Optional<Checkpoint> last : List.of(
                parts.checkpoints().latest(), parts.file().last(parts.key().verifying()))) {
            if (last.isPresent()) {
                parts.comparison().tree(last.get(), size);
            }
        }
        open.ifPresent(this::settle);
    }

    private void settle(Contradiction gone) {
        parts.findings().settle(gone);
        LOG.warn("The ledger goes on: what was found at position {} is gone", gone.position());
    }

    private boolean waitFor(long position) {
        try {
            head.await(position, position > signedSize ? untilSigning() : LOOK_UP);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Duration untilSigning() {
        Duration left = Duration.between(clock.instant(), signedAt.plus(checkpointEvery));
        return left.isNegative() || left.compareTo(LOOK_UP) > 0 ? LOOK_UP : left;
    }

    private void grow(Growth growth) throws SQLException, Contradiction {
        while (head.position() >= growth.size() && !Thread.currentThread().isInterrupted()) {
            List<StoredEntry> next = parts.entries().between(growth.size(), head.position());
            if (next.isEmpty()) {
                throw new Contradiction(
                        growth.size(), "the event at position " + growth.size() + " is missing from the store");
            }
            growth.add(next);
        }
    }

    /** To the file first: a checkpoint that is known to the table only would be worth nothing against who owns the table. */
    private void sign(Connection connection, Growth growth) throws SQLException {
        Instant now = clock.instant();
        if (growth.size() > signedSize && !now.isBefore(signedAt.plus(checkpointEvery))) {
            Checkpoint checkpoint = Checkpoint.sign(growth.size(), growth.root(), parts.key());
            parts.file().append(checkpoint);
            Checkpoints.add(connection, checkpoint);
            signedSize = checkpoint.size();
            signedAt = now;
        }
    }

    private void refuse(Contradiction contradiction) {
        try {
            if (parts.findings().open().isEmpty()) {
                parts.findings().add(contradiction);
                LOG.error("THE LEDGER REFUSES TO GO ON: {}", contradiction.sentence());
            }
        } catch (RuntimeException e) {
            LOG.error("THE LEDGER REFUSES TO GO ON and could not note it: {}", contradiction.sentence());
        }
    }

    private boolean stopsWithin(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public synchronized void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("ledger").daemon().start(this::run);
    }

    @Override
    public synchronized void stop() {
        Thread current = thread;
        thread = null;
        stopped.countDown();
        if (current == null) {
            return;
        }
        current.interrupt();
        try {
            current.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
