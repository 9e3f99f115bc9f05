package care.throughline.infra.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where commands leave their events for the appender; what waits here is stored by nobody else. */
final class Inbox {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Append> waiting = new ArrayDeque<>();
    private boolean closed;

    /** Leaves an append; false once the inbox is closed. */
    boolean offer(Append append) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            waiting.add(append);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for work and takes what is there, up to the limits but at least one; empty when closed and drained. */
    List<Append> take(int maxEvents, int maxBytes) {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            return fill(maxEvents, maxBytes);
        } finally {
            lock.unlock();
        }
    }

    private List<Append> fill(int maxEvents, int maxBytes) {
        List<Append> batch = new ArrayList<>();
        int events = 0;
        int bytes = 0;
        for (Append next = waiting.peek(); next != null; next = waiting.peek()) {
            events += next.events().size();
            bytes += next.bytes();
            if (!batch.isEmpty() && (events > maxEvents || bytes > maxBytes)) {
                break;
            }
            batch.add(waiting.remove());
        }
        return batch;
    }

    /** Takes nothing new from here on; what waits is still handed out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
