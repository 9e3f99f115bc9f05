package care.throughline.infra.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/**
 * Shares what was read last among all streams of this node: at the head one of them reads, deserializes and decrypts an
 * event for all. Who is further behind reads for itself.
 */
final class RecentPages implements LongFunction<Page> {

    private static final int KEPT_POSITIONS = 2_048;

    private final LongFunction<Page> store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Page> recent = new ArrayDeque<>();
    private long end;

    /**
     * @param store reads the page after a position
     * @param end where reading for all begins: the head
     */
    RecentPages(LongFunction<Page> store, long end) {
        this.store = store;
        this.end = end;
    }

    @Override
    public Page apply(long position) {
        lock.lock();
        try {
            for (Page page : recent) {
                if (page.after() <= position && position < page.last()) {
                    return page.after(position);
                }
            }
            if (position >= end) {
                return readForAll(position);
            }
        } finally {
            lock.unlock();
        }
        return store.apply(position);
    }

    /** Lets go of what was read, because somebody in it was forgotten. */
    void clear() {
        lock.lock();
        try {
            recent.clear();
        } finally {
            lock.unlock();
        }
    }

    private Page readForAll(long position) {
        Page page = store.apply(position);
        if (position > end) {
            recent.clear();
        }
        end = page.last();
        if (end > position) {
            recent.addLast(page);
        }
        while (!recent.isEmpty() && recent.getFirst().last() + KEPT_POSITIONS < end) {
            recent.removeFirst();
        }
        return page;
    }
}
