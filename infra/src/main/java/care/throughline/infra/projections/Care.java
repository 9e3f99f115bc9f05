package care.throughline.infra.projections;

import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Whether an event is handled within a savepoint of its own. Not at first, because savepoints cost; once an event spoiled a
 * batch, the batch is done again with care, and only that event is set aside.
 */
final class Care {

    private static final long NOTHING = -1;

    private final ThreadLocal<Boolean> asked = ThreadLocal.withInitial(() -> false);
    private long handled = NOTHING;
    private long until = NOTHING;

    synchronized boolean isDue() {
        return asked.get() || until != NOTHING;
    }

    /** An event is about to be handled. */
    synchronized void handle(EventMessage<?> event) {
        handled = Math.max(handled, positionOf(event));
    }

    /**
     * From now on with care, until all that was handled so far is committed: done again, a batch may be divided, and what
     * spoiled it may be in any part.
     */
    synchronized void begin() {
        until = handled;
    }

    /** What was handled up to here is committed. */
    synchronized void endAt(long position) {
        if (position >= until) {
            until = NOTHING;
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
                ? tracked.trackingToken().position().orElse(NOTHING)
                : NOTHING;
    }
}
