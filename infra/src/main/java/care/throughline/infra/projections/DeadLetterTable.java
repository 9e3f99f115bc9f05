package care.throughline.infra.projections;

import care.throughline.events.EventNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The dead letters of one processor. They point to their events, which are read from the store again, through the upcasters
 * of the day, when they are retried. Always called within a transaction.
 */
final class DeadLetterTable implements SequencedDeadLetterQueue<EventMessage<?>> {

    private static final int MOST_SEQUENCES = 10_000;
    private static final String OF_PROCESSOR =
            "select " + Letter.COLUMNS + " from processing.dead_letter where processor = :processor ";

    private final JdbcClient db;
    private final String processor;
    private final LongFunction<EventMessage<?>> events;

    /** @param events reads the event at a position */
    DeadLetterTable(JdbcClient db, String processor, LongFunction<EventMessage<?>> events) {
        this.db = db;
        this.processor = processor;
        this.events = events;
    }

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        ask("""
                insert into processing.dead_letter (processor, sequence, position, event_name, cause_type, cause)
                values (:processor, :sequence, :position, :name, :type, :cause) on conflict do nothing
                """)
                .param("sequence", sequence.toString())
                .param("position", Care.positionOf(letter.message()))
                .param("name", EventNames.of(letter.message().getPayloadType()).value())
                .param("type", letter.cause().map(cause -> cause.type()).orElse(null))
                .param("cause", letter.cause().map(cause -> cause.message()).orElse(null))
                .update();
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        db.sql("delete from processing.dead_letter where id = ?")
                .param(idOf(letter))
                .update();
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter, UnaryOperator<DeadLetter<? extends EventMessage<?>>> update) {
        DeadLetter<? extends EventMessage<?>> updated = update.apply(letter);
        db.sql("""
                update processing.dead_letter
                set tries = tries + 1, touched_at = clock_timestamp(), cause_type = :type, cause = :cause where id = :id
                """)
                .param("type", updated.cause().map(cause -> cause.type()).orElse(null))
                .param("cause", updated.cause().map(cause -> cause.message()).orElse(null))
                .param("id", idOf(letter))
                .update();
    }

    /** Waits for a retry of this sequence that is under way, so that no event slips in behind it and stays. */
    @Override
    public boolean contains(Object sequence) {
        return !ask("""
                select 1 from processing.dead_letter where processor = :processor and sequence = :sequence for share
                """)
                .param("sequence", sequence.toString())
                .query()
                .listOfRows()
                .isEmpty();
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequence) {
        return new ArrayList<>(ask(OF_PROCESSOR + "and sequence = :sequence order by position")
                .param("sequence", sequence.toString())
                .query((row, number) -> Letter.from(row, events))
                .list());
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        Map<String, List<DeadLetter<? extends EventMessage<?>>>> sequences = new LinkedHashMap<>();
        ask(OF_PROCESSOR + "order by position")
                .query((row, number) -> Letter.from(row, events))
                .list()
                .forEach(letter -> sequences
                        .computeIfAbsent(letter.sequence(), key -> new ArrayList<>())
                        .add(letter));
        return new ArrayList<>(sequences.values());
    }

    @Override
    public boolean isFull(Object sequence) {
        return amountOfSequences() >= MOST_SEQUENCES;
    }

    @Override
    public long size() {
        return count("select count(*) from processing.dead_letter where processor = :processor");
    }

    @Override
    public long sequenceSize(Object sequence) {
        return ask("""
                select count(*) from processing.dead_letter where processor = :processor and sequence = :sequence
                """).param("sequence", sequence.toString()).query(Long.class).single();
    }

    @Override
    public long amountOfSequences() {
        return count("select count(distinct sequence) from processing.dead_letter where processor = :processor");
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> wanted,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        for (String sequence : sequences()) {
            Optional<Letter> first = firstOf(sequence);
            if (first.isPresent() && wanted.test(first.get())) {
                return processAll(sequence, task);
            }
        }
        return false;
    }

    private boolean processAll(
            String sequence, Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        for (Optional<Letter> next = firstOf(sequence); next.isPresent(); next = firstOf(sequence)) {
            EnqueueDecision<EventMessage<?>> decision = task.apply(next.get());
            if (decision.shouldEnqueue()) {
                requeue(
                        next.get(),
                        letter -> decision.enqueueCause()
                                .<DeadLetter<? extends EventMessage<?>>>map(letter::withCause)
                                .orElse(letter));
                return false;
            }
            evict(next.get());
        }
        return true;
    }

    private List<String> sequences() {
        return ask("""
                select sequence from processing.dead_letter where processor = :processor
                group by sequence order by min(position)
                """).query(String.class).list();
    }

    /** Locked until the transaction ends, so that nobody else retries the same; absent if somebody does. */
    private Optional<Letter> firstOf(String sequence) {
        return ask(OF_PROCESSOR + "and sequence = :sequence order by position limit 1 for update skip locked")
                .param("sequence", sequence)
                .query((row, number) -> Letter.from(row, events))
                .optional();
    }

    @Override
    public void clear() {
        ask("delete from processing.dead_letter where processor = :processor").update();
    }

    private long count(String sql) {
        return ask(sql).query(Long.class).single();
    }

    private JdbcClient.StatementSpec ask(String sql) {
        return db.sql(sql).param("processor", processor);
    }

    private static long idOf(DeadLetter<? extends EventMessage<?>> letter) {
        if (letter instanceof Letter row) {
            return row.id();
        }
        throw new IllegalArgumentException("not a letter of this queue");
    }
}
