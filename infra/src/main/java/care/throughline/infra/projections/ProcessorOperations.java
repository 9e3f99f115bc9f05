package care.throughline.infra.projections;

import care.throughline.command.Rejected;
import care.throughline.query.Operations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What operators see and do, over what all nodes have stored. */
final class ProcessorOperations implements Operations {

    private static final String PROCESSORS = """
            select p.processor, p.edition, p.position,
                p.owner <> 'refused' and p.claimed_at > clock_timestamp() - interval '10 seconds' as working,
                coalesce(extract(epoch from clock_timestamp() - next.recorded_at), 0) as behind,
                (select count(*) from processing.dead_letter d where d.processor = p.processor) as letters
            from processing.position p left join store.event next on next.position = p.position + 1
            order by p.processor
            """;
    private static final String LETTERS = """
            select d.id, d.processor, d.position, d.event_name, d.sequence, d.cause_type, d.cause, d.tries,
                d.enqueued_at, d.touched_at
            from processing.dead_letter d order by d.processor, d.position limit 1000
            """;
    private static final String DISCARD = """
            with gone as (delete from processing.dead_letter where id = :id returning *)
            insert into processing.discarded_letter (id, processor, sequence, position, event_name, cause_type, cause,
                reason, discarded_by)
            select id, processor, sequence, position, event_name, cause_type, cause, :reason, :by from gone
            """;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Processors processors;
    private final LongSupplier head;

    ProcessorOperations(JdbcClient db, TransactionTemplate transaction, Processors processors, LongSupplier head) {
        this.db = db;
        this.transaction = transaction;
        this.processors = processors;
        this.head = head;
    }

    @Override
    public List<Processor> processors() {
        processors.judgeRefused();
        long newest = head.getAsLong();
        return db.sql(PROCESSORS).query((row, number) -> processor(row, newest)).list().stream()
                .filter(processor -> processors.find(processor.name()).isPresent())
                .toList();
    }

    private Processor processor(ResultSet row, long newest) throws SQLException {
        String name = row.getString("processor");
        long position = Math.max(row.getLong("position"), reachedHere(name));
        return new Processor(
                name,
                processors.isProjection(name),
                row.getString("edition"),
                position,
                Math.max(0, newest - position),
                processors.find(name).map(Slot::beyond).orElse(0L),
                position < newest ? Duration.ofMillis(Math.round(row.getDouble("behind") * 1000)) : Duration.ZERO,
                row.getInt("letters"),
                row.getBoolean("working"),
                processors
                        .find(name)
                        .flatMap(Slot::rebuilding)
                        .filter(Rebuilding::isOfInterest)
                        .map(Rebuilding::progress)
                        .orElse(null));
    }

    /** Beyond what is stored by events that did not concern it. */
    private long reachedHere(String name) {
        return processors.find(name).map(slot -> slot.applied().position()).orElse(-1L);
    }

    @Override
    public void rebuild(String projection) {
        processors.rebuild(projection);
    }

    @Override
    public List<String> heal() {
        return processors.heal();
    }

    @Override
    public List<DeadLetter> deadLetters() {
        return db.sql(LETTERS).query((row, number) -> letter(row)).list();
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("processor"),
                row.getLong("position"),
                row.getString("event_name"),
                row.getString("sequence"),
                row.getString("cause_type"),
                row.getString("cause"),
                row.getInt("tries"),
                instant(row, "enqueued_at"),
                instant(row, "touched_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public boolean retry(long id) {
        Sequence sequence = db.sql("select processor, sequence from processing.dead_letter where id = ?")
                .param(id)
                .query((row, number) -> new Sequence(row.getString("processor"), row.getString("sequence")))
                .optional()
                .orElseThrow(() -> noSuchLetter(id));
        return running(sequence.processor()).retry(sequence.id());
    }

    @Override
    public int retryAll(String processor) {
        RunningProcessor running = running(processor);
        db.sql("""
                select sequence from processing.dead_letter where processor = ? group by sequence order by min(position)
                """).param(processor).query(String.class).list().forEach(running::retry);
        return db.sql("select count(*) from processing.dead_letter where processor = ?")
                .param(processor)
                .query(Integer.class)
                .single();
    }

    @Override
    public void discard(long id, String reason, String by) {
        if (reason.isBlank()) {
            throw new Rejected("reason-missing", "Say why this event is given up.");
        }
        Integer gone = transaction.execute(status -> db.sql(DISCARD)
                .param("id", id)
                .param("reason", reason)
                .param("by", by)
                .update());
        if (gone == null || gone == 0) {
            throw noSuchLetter(id);
        }
    }

    private RunningProcessor running(String processor) {
        return processors
                .find(processor)
                .flatMap(Slot::processor)
                .orElseThrow(
                        () -> new Rejected("no-such-processor", "No processor called " + processor + " runs here."));
    }

    private static Rejected noSuchLetter(long id) {
        return new Rejected(
                "no-such-dead-letter", String.format(Locale.ROOT, "There is no dead letter %d any more.", id));
    }

    private record Sequence(String processor, String id) {}
}
