package care.throughline.infra.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the events of all commands of this node, one batch per commit: while one commit is flushed the next batch forms
 * by itself, so a lone command waits for one flush and a crowd shares it. See the decision record on the one appender.
 */
public final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final int MAX_EVENTS = 1_000;
    private static final int MAX_BYTES = 8 << 20;
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private final Inbox inbox = new Inbox();
    private final BatchWriter writer;
    private final LongConsumer committed;
    private final Duration patience;
    private final StoreMeters meters;
    private final Thread thread;

    /** Starts the appender.
     *
     * @param dataSource of the application's role; one connection is kept
     * @param committed told the last position of a batch before its commands are answered; must be brief
     * @param patience how long a command's events may wait for an unreachable database before they are refused
     */
    Appender(DataSource dataSource, LongConsumer committed, Duration patience, StoreMeters meters) {
        this.writer = new BatchWriter(dataSource);
        this.committed = committed;
        this.patience = patience;
        this.meters = meters;
        this.thread = Thread.ofPlatform().name("appender").start(this::run);
    }

    /** Stores the events, all or none, and returns when they are durable.
     *
     * @return the position of the last
     * @throws org.axonframework.modelling.command.ConcurrencyException if an aggregate has moved on meanwhile
     * @throws org.axonframework.modelling.command.AggregateStreamCreationException if an aggregate exists already
     * @throws OutcomeUnknown if the database was lost while committing and did not come back
     * @throws EventStoreException if they are not stored for any other reason
     */
    long append(List<NewEvent> events) {
        Append append = Append.of(events, patience);
        if (!inbox.offer(append)) {
            throw new EventStoreException("The store is closing; nothing was stored");
        }
        try {
            return append.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    private void run() {
        try (writer) {
            for (List<Append> batch = next(); !batch.isEmpty(); batch = next()) {
                store(batch);
            }
        } finally {
            inbox.close();
        }
    }

    private List<Append> next() {
        return inbox.take(MAX_EVENTS, MAX_BYTES);
    }

    private void store(List<Append> batch) {
        try {
            List<Append> open = batch;
            while (!open.isEmpty()) {
                open = attempt(open);
            }
        } catch (RuntimeException | Error e) {
            writer.abandon();
            LOG.error("The appender failed on a batch of {}", batch.size(), e);
            batch.forEach(append -> append.refused(new OutcomeUnknown(e)));
        }
    }

    /** Writes once and answers; gives back what is still to be tried. */
    private List<Append> attempt(List<Append> open) {
        try {
            long begin = System.nanoTime();
            List<Verdict> verdicts = writer.write(open);
            meters.committed(open, System.nanoTime() - begin);
            answer(verdicts);
            return List.of();
        } catch (NothingCommitted e) {
            LOG.warn("{} commands wait for the database: {}", open.size(), e.getMessage());
            return withoutOverdue(open, e);
        } catch (CommitInDoubt e) {
            LOG.warn("Asking what became of {} commands: {}", open.size(), e.getMessage());
            return settle(open, e);
        }
    }

    private List<Append> settle(List<Append> open, CommitInDoubt doubt) {
        long giveUp = System.nanoTime() + patience.multipliedBy(3).toNanos();
        while (System.nanoTime() - giveUp < 0) {
            try {
                if (!writer.isCommitted(doubt.ifCommitted())) {
                    return withoutOverdue(open, doubt);
                }
                answer(doubt.ifCommitted());
                return List.of();
            } catch (NothingCommitted unreachable) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        open.forEach(append -> append.refused(new OutcomeUnknown(doubt)));
        return List.of();
    }

    private void answer(List<Verdict> verdicts) {
        long last = Head.NOTHING;
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Stored stored) {
                last = Math.max(last, stored.lastPosition());
            }
        }
        if (last != Head.NOTHING) {
            committed.accept(last);
        }
        verdicts.forEach(Verdict::tell);
    }

    private static List<Append> withoutOverdue(List<Append> open, @Nullable Exception why) {
        open.stream()
                .filter(Append::isOverdue)
                .forEach(append -> append.refused(new EventStoreException("Nothing was stored in time", why)));
        LockSupport.parkNanos(PAUSE_NANOS);
        return open.stream().filter(append -> !append.answer().isDone()).toList();
    }

    /** Refuses what is new, stores what waits, and returns when all is answered. */
    @Override
    public void close() {
        inbox.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
