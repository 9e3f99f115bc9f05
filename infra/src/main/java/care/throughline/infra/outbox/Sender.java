package care.throughline.infra.outbox;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks several times a second what is due and has it sent: to each performer one message after the other, to some at a time. */
final class Sender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /** Each holds a connection to the database while it waits for an answer. */
    private static final int AT_A_TIME = 3;

    private static final int LAST_ANSWERS_SECONDS = 10;

    private final OutboxTable table;
    private final Sending sending;
    private final Duration every;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService clockwork;
    private volatile @Nullable Future<?> looking;
    private @Nullable ExecutorService senders;

    Sender(OutboxTable table, Sending sending, Duration every) {
        this.table = table;
        this.sending = sending;
        this.every = every;
    }

    private void look(ExecutorService hands) {
        try {
            for (OutboxTable.Due due : table.due(busy)) {
                if (busy.add(due.performer())) {
                    hands.execute(() -> send(due));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("the outbox cannot be looked at: {}", e.getClass().getSimpleName());
        }
    }

    private void send(OutboxTable.Due due) {
        try {
            sending.send(due.number());
        } catch (RuntimeException e) {
            LOG.warn("a message waits on: {}", e.getClass().getSimpleName());
        } finally {
            busy.remove(due.performer());
        }
    }

    @Override
    public synchronized void start() {
        ExecutorService hands = Executors.newFixedThreadPool(
                AT_A_TIME, Thread.ofPlatform().name("sender-", 1).daemon().factory());
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("outbox").daemon().factory());
        looking = fresh.scheduleWithFixedDelay(
                () -> look(hands), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        senders = hands;
        clockwork = fresh;
    }

    /** What is being sent is still noted, if its answer comes soon. */
    @Override
    public synchronized void stop() {
        ScheduledExecutorService current = clockwork;
        ExecutorService hands = senders;
        if (current == null || hands == null) {
            return;
        }
        current.shutdownNow();
        hands.shutdown();
        try {
            if (!hands.awaitTermination(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS)) {
                hands.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clockwork = null;
        busy.clear();
    }

    @Override
    public boolean isRunning() {
        Future<?> current = looking;
        return current != null && !current.isDone();
    }
}
