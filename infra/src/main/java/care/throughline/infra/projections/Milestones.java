package care.throughline.infra.projections;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores several times a second, for all processors of this node at once, how far they are past events that did not concern
 * them: for other nodes, whose readers wait for a position, and for the next start, which else reads these events again.
 */
final class Milestones {

    private static final Logger LOG = LoggerFactory.getLogger(Milestones.class);
    private static final Duration EVERY = Duration.ofMillis(200);

    /** A position only moves forward, only where this node works; one that a batch is about to move is left to it. */
    private static final String NOTE = """
            update processing.position set position = told.reached
            from (
                select mine.processor, mine.segment, reached.position as reached
                from unnest(?, ?, ?) as reached (processor, edition, position)
                join processing.position mine using (processor, edition)
                where mine.owner = ? and mine.position < reached.position
                for update of mine skip locked
            ) told
            where position.processor = told.processor and position.segment = told.segment
            """;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final ScheduledExecutorService clockwork;
    private final String node;
    private final Map<String, Long> noted = new HashMap<>();

    /** @param node this node's name, by which its processors claim their positions */
    Milestones(JdbcClient db, TransactionTemplate transaction, ScheduledExecutorService clockwork, String node) {
        this.db = db;
        this.transaction = transaction;
        this.clockwork = clockwork;
        this.node = node;
    }

    /** Notes where these are from now on, until it is cancelled. */
    Future<?> follow(Collection<Slot> slots) {
        List<Slot> followed = List.copyOf(slots);
        return clockwork.scheduleWithFixedDelay(
                () -> tryToNote(followed), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryToNote(List<Slot> slots) {
        try {
            note(slots);
        } catch (RuntimeException e) {
            LOG.debug("how far the processors are could not be noted: {}", Causes.line(e));
        }
    }

    /** Notes where those are that moved since the last time. */
    private synchronized void note(List<Slot> slots) {
        List<Milestone> moved = slots.stream()
                .map(slot -> new Milestone(slot.work(), slot.applied().position()))
                .filter(milestone -> noted.getOrDefault(milestone.work().name(), -1L) < milestone.position())
                .toList();
        if (!moved.isEmpty()) {
            transaction.executeWithoutResult(status -> db.sql(NOTE)
                    .params(
                            moved.stream().map(one -> one.work().name()).toArray(String[]::new),
                            moved.stream().map(one -> one.work().edition()).toArray(String[]::new),
                            moved.stream().map(Milestone::position).toArray(Long[]::new),
                            node)
                    .update());
            moved.forEach(one -> noted.put(one.work().name(), one.position()));
        }
    }

    private record Milestone(Work work, long position) {}
}
