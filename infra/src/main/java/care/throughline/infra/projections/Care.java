package care.throughline.infra.projections;

import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Whether an event is handled within a savepoint of its own. Not at first, because savepoints cost; once an event spoiled a
 * batch, the batch is done again with care, and only that event is set aside.
 */
final class Care {

    private final ThreadLocal<Boolean> asked = ThreadLocal.withInitial(() -> false);
    private final int batch;
    private volatile long until = -1;

    Care(int batch) {
        this.batch = batch;
    }

    boolean isDueFor(EventMessage<?> event) {
        return asked.get() || positionOf(event) <= until;
    }

    /** From here on, a batch long, with care. */
    void beginAt(EventMessage<?> event) {
        until = positionOf(event) + batch;
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
