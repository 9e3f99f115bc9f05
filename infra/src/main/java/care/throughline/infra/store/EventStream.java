package care.throughline.infra.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

/** Follows the store from a position on and calls back the moment there is more; for one reader at a time. */
final class EventStream implements TrackingEventStream {

    private static final long BREATH_NANOS = 2_000_000;

    private final LongFunction<Page> pages;
    private final Head head;
    private final Queue<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private volatile Registration callback = () -> true;
    private long read;

    EventStream(long position, LongFunction<Page> pages, Head head) {
        this.read = position;
        this.pages = pages;
        this.head = head;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return fill() ? Optional.of(ready.element()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (!fill()) {
            long left = end - System.nanoTime();
            if (left <= 0 || !head.await(read + 1, Duration.ofNanos(left))) {
                return fill();
            }
            if (!fill()) {
                LockSupport.parkNanos(BREATH_NANOS);
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.HOURS)) {
            // nothing happened for an hour; go on waiting
        }
        return ready.remove();
    }

    /**
     * Fetches as long as nothing is ready and the head is ahead; upcasters may leave nothing of a page. Where the head is ahead
     * of what this connection can read (a replica that lags), it is for the caller to come back.
     */
    private boolean fill() {
        boolean more = true;
        while (ready.isEmpty() && more && head.position() > read) {
            Page page = pages.apply(read);
            more = page.last() > read;
            ready.addAll(page.events());
            read = page.last();
        }
        return !ready.isEmpty();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        callback.cancel();
        callback = head.onMove(onAvailable);
        if (!ready.isEmpty() || head.position() > read) {
            onAvailable.run();
        }
        return true;
    }

    @Override
    public void close() {
        callback.cancel();
        ready.clear();
    }
}
