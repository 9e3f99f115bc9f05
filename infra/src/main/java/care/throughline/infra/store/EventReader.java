package care.throughline.infra.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads events by position or by aggregate, a bounded page per statement and never inside a transaction of its own. */
final class EventReader {

    static final int PAGE = 512;

    private static final String BY_POSITION =
            "select " + StoredEvent.COLUMNS + " from store.event where position between ? and ? order by position";
    private static final String BY_POSITIONS =
            "select " + StoredEvent.COLUMNS + " from store.event where position = any(?) order by position";
    private static final String BY_AGGREGATE = "select " + StoredEvent.COLUMNS
            + " from store.event where aggregate_id = ? and sequence >= ? order by sequence limit " + PAGE;

    private final JdbcTemplate jdbc;

    EventReader(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** The next page after the position; empty at the head. */
    List<StoredEvent> pageAfter(long position) {
        return read(position + 1, PAGE);
    }

    /** The events from this position on, at most so many; empty beyond the head. */
    List<StoredEvent> read(long from, int atMost) {
        return jdbc.query(BY_POSITION, StoredEvent::from, from, from + atMost - 1);
    }

    /** The events at these positions, ascending. */
    List<StoredEvent> at(List<Long> positions) {
        return jdbc.query(BY_POSITIONS, StoredEvent::from, (Object) positions.toArray(Long[]::new));
    }

    /** Everything after the position, page by page as it is consumed. */
    Stream<StoredEvent> after(long position) {
        return Stream.iterate(
                        pageAfter(position),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.of()
                                : pageAfter(page.get(PAGE - 1).position()))
                .flatMap(List::stream);
    }

    /** The events of one aggregate from a sequence number on, page by page as they are consumed. */
    Stream<StoredEvent> ofAggregate(String aggregateId, long firstSequence) {
        return Stream.iterate(
                        aggregatePage(aggregateId, firstSequence),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.of()
                                : aggregatePage(aggregateId, page.get(PAGE - 1).sequence() + 1))
                .flatMap(List::stream);
    }

    private List<StoredEvent> aggregatePage(String aggregateId, long firstSequence) {
        return jdbc.query(BY_AGGREGATE, StoredEvent::from, aggregateId, firstSequence);
    }

    /** The last committed position, or {@link Head#NOTHING}. */
    long head() {
        return one("select coalesce(max(position), -1) from store.event");
    }

    Optional<Long> lastSequenceOf(String aggregateId) {
        return jdbc
                .queryForList("select max(sequence) from store.event where aggregate_id = ?", Long.class, aggregateId)
                .stream()
                .filter(last -> last != null)
                .findFirst();
    }

    /** The last position recorded before the instant. Time never decreases with position, so halving finds it. */
    long lastBefore(Instant instant) {
        long before = Head.NOTHING;
        long notBefore = head() + 1;
        while (notBefore - before > 1) {
            long middle = before + (notBefore - before) / 2;
            if (isRecordedBefore(middle, instant)) {
                before = middle;
            } else {
                notBefore = middle;
            }
        }
        return before;
    }

    private boolean isRecordedBefore(long position, Instant instant) {
        return one(
                        "select count(*) from store.event where position = ? and recorded_at < ?",
                        position,
                        instant.atOffset(ZoneOffset.UTC))
                == 1;
    }

    private long one(String sql, Object... values) {
        Long answer = jdbc.queryForObject(sql, Long.class, values);
        return answer == null ? Head.NOTHING : answer;
    }
}
