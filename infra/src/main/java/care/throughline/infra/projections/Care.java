package care.throughline.infra.projections;

import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Whether an event is handled within a savepoint of its own. Not at first, because savepoints cost; once an event spoiled a
 * batch, the batch is done again with care, and only that event is set aside.
 */
final class Care {

    private static final long NOBODY = Long.MAX_VALUE;

    private final ThreadLocal<Boolean> asked = ThreadLocal.withInitial(() -> false);
    private volatile long spoiled = NOBODY;

    boolean isDue() {
        return asked.get() || spoiled != NOBODY;
    }

    /** From now on with care, until this event is in a batch that was committed. */
    void beginAt(EventMessage<?> event) {
        spoiled = positionOf(event);
    }

    /** What was handled up to here is committed. */
    void endAt(long position) {
        if (position >= spoiled) {
            spoiled = NOBODY;
        }
    }

    /** Runs with care, whatever the position. */
    <T> T with(Supplier<T> work) {
        asked.set(true);
        try {
            return work.get();
        } finally {
            asked.remove();
        }
    }

    static long positionOf(EventMessage<?> event) {
        return event instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null
                ? tracked.trackingToken().position().orElse(-1)
                : -1;
    }
}
