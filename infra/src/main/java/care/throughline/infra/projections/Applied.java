package care.throughline.infra.projections;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far a processor of this node has committed; wakes whoever waits for more. */
final class Applied {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long position = -1;

    long position() {
        return position;
    }

    void advanceTo(long committed) {
        if (committed <= position) {
            return;
        }
        lock.lock();
        try {
            position = Math.max(position, committed);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is there; false if the time passed first or the thread was interrupted. */
    boolean await(long wanted, Duration atMost) {
        if (position >= wanted) {
            return true;
        }
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (position < wanted && left > 0) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return position >= wanted;
    }
}
