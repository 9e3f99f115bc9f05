package care.throughline.infra.erasure;

import care.throughline.command.erasure.OpenErasures;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Finishes open erasures, every second; one that cannot be finished yet is tried again. */
final class Certifying implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Certifying.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final OpenErasures erasures;
    private volatile int open;
    private @Nullable ScheduledExecutorService clockwork;
    private volatile @Nullable Future<?> looking;

    Certifying(OpenErasures erasures) {
        this.erasures = erasures;
    }

    /** How many are carried out and not certified. */
    int open() {
        return open;
    }

    private void finish() {
        try {
            open = erasures.finish();
        } catch (RuntimeException e) {
            LOG.warn(
                    "an erasure cannot be certified yet, it is tried again: {}",
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("certifying").daemon().factory());
        looking = fresh.scheduleWithFixedDelay(this::finish, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        clockwork = fresh;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService current = clockwork;
        if (current != null) {
            current.shutdownNow();
        }
        clockwork = null;
    }

    @Override
    public boolean isRunning() {
        Future<?> current = looking;
        return current != null && !current.isDone();
    }
}
