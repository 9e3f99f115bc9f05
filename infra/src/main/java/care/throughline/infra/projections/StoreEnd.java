package care.throughline.infra.projections;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the events end, by which positions are judged before they are gone on from: one beyond it belongs to another history
 * (the store was restored without it), and to go on from there would skip events.
 */
final class StoreEnd {

    private static final Logger LOG = LoggerFactory.getLogger(StoreEnd.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Generations generations;
    private final LongSupplier end;

    /** @param end the last position, asked of the store each time */
    StoreEnd(Generations generations, LongSupplier end) {
        this.generations = generations;
        this.end = end;
    }

    /**
     * Does this as soon as the store says where it ends: now, or, while it cannot be reached, later on a thread of its own. Nothing
     * may run before: it could not be judged.
     */
    void whenKnown(Runnable then) {
        if (isKnown()) {
            then.run();
            return;
        }
        LOG.warn("The event store cannot be reached: read models and automations wait for it");
        Thread.ofPlatform().name("store-awaited").daemon().start(() -> {
            if (isKnownBeforeTheStop()) {
                then.run();
            }
        });
    }

    /** Nothing waits any longer. */
    void stop() {
        stopped.countDown();
    }

    private boolean isKnownBeforeTheStop() {
        try {
            while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (isKnown()) {
                    LOG.info("The event store is reached: read models and automations go on");
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean isKnown() {
        try {
            position();
            return true;
        } catch (EventStoreException unreachable) {
            return false;
        }
    }

    /** The last position of the store now, or -1. */
    long position() {
        return end.getAsLong();
    }

    /**
     * Lets it go on from where it is, or refuses it: then for good, for the store soon has other events up to that position. What
     * was healed between the look and the refusal is looked at again.
     */
    synchronized void judge(Slot slot) {
        String name = slot.work().name();
        Generations.Standing standing = generations.standingOf(name);
        long beyond = standing.position() - position();
        if (standing.refused()) {
            slot.refuse(Math.max(1, beyond));
        } else if (beyond <= 0) {
            slot.accept(standing.position());
        } else if (generations.refuse(name, standing.position())) {
            slot.refuse(beyond);
            LOG.error(
                    "{} is at position {}, {} events beyond the end of the store: was the store restored without it?"
                            + " It does not run; see infra/docs/operations.md, processor-ahead",
                    name,
                    standing.position(),
                    beyond);
        } else {
            judge(slot);
        }
    }

    /** Lets it go on from the end of the store; what it knew of beyond it never happened. */
    void setBack(Slot slot) {
        slot.accept(generations.setBack(slot.work().name(), position()));
    }
}
