package care.throughline.infra.projections;

import care.throughline.query.Operations;
import care.throughline.query.Projection;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills a read model anew in a second schema while the first one serves, then swaps them. One that was interrupted goes on
 * where it was, because its position is stored with its rows.
 */
final class Rebuilding implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration HANDOVER = Duration.ofSeconds(60);

    private final Projection projection;
    private final Slot slot;
    private final ProcessorFactory factory;
    private final Generations generations;
    private final LongSupplier head;
    private final StoreEnd end;
    private final Applied applied = new Applied();
    private final Instant startedAt = Instant.now();
    private final Thread thread;
    private volatile long startedFrom = -1;
    private volatile boolean stopping;
    private volatile boolean over;
    private volatile @Nullable String failure;

    Rebuilding(
            Projection projection,
            Slot slot,
            ProcessorFactory factory,
            Generations generations,
            LongSupplier head,
            StoreEnd end) {
        this.projection = projection;
        this.slot = slot;
        this.factory = factory;
        this.generations = generations;
        this.head = head;
        this.end = end;
        this.thread = Thread.ofPlatform()
                .name("rebuild-" + projection.name())
                .daemon()
                .unstarted(this);
    }

    void start() {
        thread.start();
    }

    boolean isOver() {
        return over;
    }

    /** True while it runs, and afterwards if it failed. */
    boolean isOfInterest() {
        return !over || failure != null;
    }

    /** Returns when it has left everything in order; the next start goes on. */
    void stop() {
        stopping = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        String name = projection.name();
        try {
            LOG.info("Rebuilding {} beside the one that serves", name);
            fillAndSwap();
        } catch (RuntimeException e) {
            failure = Causes.line(e);
            LOG.error("Rebuilding {} failed; the old one goes on", name, e);
        } finally {
            over = true;
        }
    }

    private void fillAndSwap() {
        Work work = prepare();
        RunningProcessor filling = factory.create(work, applied);
        filling.start();
        try {
            if (!isNearHead()) {
                return;
            }
        } finally {
            filling.stop();
        }
        handOver(work);
    }

    private Work prepare() {
        String schema = Generations.rebuilt(projection.name());
        String edition = slot.work().edition();
        if (!generations.createOnce(schema, projection.ddl(), edition).equals(edition)) {
            generations.drop(schema);
            generations.createOnce(schema, projection.ddl(), edition);
        }
        startedFrom = generations.positionOf(schema);
        applied.advanceTo(startedFrom);
        return new Work(schema, schema, edition, projection, false, slot.work().batch());
    }

    /** False if the application stops before. */
    private boolean isNearHead() {
        while (!stopping) {
            if (applied.await(head.getAsLong(), STEP)) {
                return true;
            }
        }
        return false;
    }

    /** Holds the old one still, lets the new one catch up with it, puts it in its place. */
    private void handOver(Work work) {
        String name = projection.name();
        slot.pause();
        try {
            long reached = Math.min(generations.freeze(name), end.position());
            catchUp(work, reached);
            generations.swap(name);
            LOG.info("{} is rebuilt up to position {}", name, applied.position());
        } finally {
            generations.thaw(name);
            end.judge(slot);
            slot.run(factory);
        }
        generations.dropRetired(name);
    }

    private void catchUp(Work work, long reached) {
        RunningProcessor filling = factory.create(work, applied);
        filling.start();
        try {
            if (!applied.await(reached, HANDOVER)) {
                throw new IllegalStateException("the rebuilt " + projection.name() + " did not catch up in time");
            }
        } finally {
            filling.stop();
        }
    }

    Operations.Rebuild progress() {
        long done = applied.position() - startedFrom;
        long total = head.getAsLong() - startedFrom;
        double seconds =
                Math.max(0.001, Duration.between(startedAt, Instant.now()).toNanos() / 1e9);
        double rate = done / seconds;
        Duration left = done > 0 ? Duration.ofMillis(Math.round((total - done) / rate * 1000)) : null;
        return new Operations.Rebuild(startedAt, applied.position() + 1, head.getAsLong() + 1, rate, left, failure);
    }
}
