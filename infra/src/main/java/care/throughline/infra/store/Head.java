package care.throughline.infra.store;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the store is known to be committed, as this node knows it; it only ever moves forward. */
public final class Head {

    /** The position of the head of a store that holds nothing. */
    public static final long NOTHING = -1;

    private static final Logger LOG = LoggerFactory.getLogger(Head.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private volatile long position = NOTHING;

    /** The last committed position this node knows of, or {@link #NOTHING}; what this node appended is always in it. */
    public long position() {
        return position;
    }

    /** Waits until the head is at or beyond the position.
     *
     * @return false if the time passed first
     * @throws InterruptedException if interrupted while waiting
     */
    public boolean await(long wanted, Duration atMost) throws InterruptedException {
        if (position >= wanted) {
            return true;
        }
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (position < wanted && left > 0) {
                left = moved.awaitNanos(left);
            }
            return position >= wanted;
        } finally {
            lock.unlock();
        }
    }

    /** Calls the listener, briefly, on whatever thread moves the head; cancelling ends that. */
    Registration onMove(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** True if that was news. */
    boolean advanceTo(long committed) {
        lock.lock();
        try {
            if (committed <= position) {
                return false;
            }
            position = committed;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(Head::tell);
        return true;
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("A listener of the store's head failed", e);
        }
    }
}
