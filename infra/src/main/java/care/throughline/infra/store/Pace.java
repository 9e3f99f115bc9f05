package care.throughline.infra.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The head as readers of streams see it: it follows the store's at once, but then not again for a moment, so that what is
 * committed meanwhile is read, opened and applied together. Without that, each commit would be a batch of its own for every
 * processor as long as they keep up.
 */
public final class Pace implements AutoCloseable {

    /** Many commits of a busy store; not noticed by whoever waits for one. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Head store;
    private final Head shown = new Head();
    private final Thread thread;

    Pace(Head store) {
        this.store = store;
        shown.advanceTo(store.position());
        this.thread = Thread.ofPlatform().name("pace").daemon().start(this::run);
    }

    Head head() {
        return shown;
    }

    private void run() {
        try {
            while (true) {
                if (store.await(shown.position() + 1, Duration.ofHours(1))) {
                    shown.advanceTo(store.position());
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
