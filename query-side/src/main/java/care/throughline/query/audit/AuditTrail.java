package care.throughline.query.audit;

import care.throughline.query.Accesses;
import care.throughline.query.accesses.Views;
import care.throughline.query.timeline.Moments.Moment;
import care.throughline.query.timeline.Timelines;
import care.throughline.query.web.Words;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads the audit, a page at a time, each a range of an index. */
@Component
public class AuditTrail {

    private static final String SELECT = """
            select e.*, p.family, p.given, a.view
            from audit.event e left join patients.person p on p.patient_id = e.patient_id
            left join accesses.access a on a.position = e.position
            """;

    private static final int PAGE = 500;

    private final JdbcClient db;
    private final Accesses accesses;
    private final Timelines timelines;
    private final ZoneId zone;

    AuditTrail(JdbcClient db, Accesses accesses, Timelines timelines, ZoneId zone) {
        this.db = db;
        this.accesses = accesses;
        this.timelines = timelines;
        this.zone = zone;
    }

    /** One page of what fits.
     *
     * @throws ResponseStatusException 400 if a moment, the element to sort by or the place is unreadable
     */
    public Trail find(FindEvents asked, int size) {
        return page(asked, Long.MAX_VALUE, size);
    }

    private Trail page(FindEvents asked, long head, int size) {
        List<Trail.Entry> found = rows(asked, head, size + 1);
        boolean more = found.size() > size;
        List<Trail.Entry> shown = more ? found.subList(0, size) : found;
        return new Trail(
                inWords(shown),
                more
                        ? shown.getLast().in(asked.column()) + "~"
                                + shown.getLast().position()
                        : null);
    }

    /** One event, or empty if there is none at this position. */
    public Optional<Trail.Entry> show(long position) {
        accesses.shows(db.sql("select patient_id from audit.concern where position = :position")
                .param("position", position)
                .query(String.class)
                .list());
        return inWords(db.sql(SELECT + "where e.position = :position")
                        .param("position", position)
                        .query(AuditTrail::entry)
                        .list())
                .stream()
                .findFirst();
    }

    /** What takes the events of an export one by one. */
    @FunctionalInterface
    interface Taker {
        void take(Trail.Entry entry) throws IOException;
    }

    /** All that fits. */
    @FunctionalInterface
    interface Selection {
        void each(Taker taker) throws IOException;
    }

    /** All that fits, as far as it is known now; whom it shows is told now, before anything of it leaves.
     *
     * @throws ResponseStatusException 400 as {@link #find} does
     */
    Selection select(FindEvents asked) {
        long head = db.sql("select coalesce(max(position), -1) from audit.event")
                .query(Long.class)
                .single();
        List<String> people = people(asked, head);
        Set<String> closed = accesses.closedAmong(people);
        accesses.shows(
                people.stream().filter(patient -> !closed.contains(patient)).toList());
        return taker -> {
            FindEvents rest = asked;
            while (rest != null) {
                Trail page = page(rest, head, PAGE);
                for (Trail.Entry entry : page.entries()) {
                    taker.take(entry);
                }
                rest = page.next() == null ? null : asked.from(page.next());
            }
        };
    }

    /** Whether the event has words that are not for the viewer. */
    boolean isKeptApart(Trail.Entry entry) {
        return timelines.at(List.of(entry.patient()), List.of(entry.position())).stream()
                .anyMatch(Moment::isKeptApart);
    }

    /** The notice that goes with what was found or selected, empty for none. */
    String notice() {
        return accesses.notice();
    }

    /** Whom the events that fit concern, up to this position. */
    List<String> people(FindEvents asked, long head) {
        Conditions conditions = understood(asked);
        return db.sql("select distinct e.patient_id from audit.event e where " + conditions.sql()
                        + " and e.position <= :head and e.patient_id <> ''")
                .params(conditions.parameters())
                .param("head", head)
                .query(String.class)
                .list();
    }

    /** The filters as SQL.
     *
     * @throws ResponseStatusException 400 if they are not to be understood
     */
    Conditions understood(FindEvents asked) {
        try {
            return Conditions.of(asked, zone);
        } catch (IllegalArgumentException unreadable) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "A filter, the order or the place is not to be understood.", unreadable);
        }
    }

    private List<Trail.Entry> rows(FindEvents asked, long head, int limit) {
        Conditions conditions = understood(asked);
        String column = "e." + asked.column().sql();
        String direction = asked.ascending() ? " asc" : " desc";
        return db.sql(SELECT + "where " + conditions.sql() + " and e.position <= :head order by " + column + direction
                        + ", e.position" + direction + " limit :limit")
                .params(conditions.parameters())
                .param("head", head)
                .param("limit", limit)
                .query(AuditTrail::entry)
                .list();
    }

    /** In plain words; of events about a closed chart it stays unsaid what happened to whom. */
    private List<Trail.Entry> inWords(List<Trail.Entry> entries) {
        List<Trail.Entry> told = accesses.veiled(entries, Trail.Entry::records, Trail.Entry::veiled);
        List<Trail.Entry> open = told.stream()
                .filter(entry -> !entry.name().equals(Accesses.CLOSED))
                .toList();
        Map<Long, String> sentences = timelines
                .at(
                        open.stream().map(Trail.Entry::patient).toList(),
                        open.stream().map(Trail.Entry::position).toList())
                .stream()
                .collect(Collectors.toMap(Moment::position, Moment::sentence, (one, same) -> one));
        return told.stream()
                .map(entry -> entry.saying(sentences.getOrDefault(entry.position(), entry.sentence())))
                .toList();
    }

    /** The name of an event as words, for those that no timeline tells, and what was looked at. */
    private static String plain(String event, @Nullable String view) {
        String spaced = event.substring(event.indexOf('.') + 1).replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        String words = spaced.charAt(0) + spaced.substring(1).toLowerCase(Locale.ROOT);
        return view == null ? words : words + ": " + Views.inWords(view);
    }

    private static Trail.Entry entry(ResultSet row, int number) throws SQLException {
        String patient = row.getString("patient_id");
        return new Trail.Entry(
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("name"),
                row.getString("capability"),
                row.getString("stream"),
                patient,
                patient.isEmpty() ? "" : Words.name(row.getString("family"), row.getString("given")),
                plain(row.getString("name"), row.getString("view")),
                row.getString("actor"),
                row.getString("role"),
                row.getString("purpose"),
                row.getString("source"),
                instant(row, "occurred_at"),
                instant(row, "recorded_at"),
                row.getString("correlation_id"),
                row.getString("causation_id"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
