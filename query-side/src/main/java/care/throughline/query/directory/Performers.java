package care.throughline.query.directory;

import care.throughline.events.PerformerId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.OpeningHours;
import care.throughline.events.directory.PerformerKind;
import care.throughline.events.directory.Reach;
import care.throughline.events.directory.Specialty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the directory: those with room first. */
@Component
public class Performers {

    /** Days to seen are those of the last whom it saw: see the numbers of referrals. */
    private static final String OBSERVED = """
            select d.*, o.median as days_to_seen, coalesce(o.seen, 0) as seen
            from directory.performer d
            left join lateral (
                select percentile_cont(0.5) within group (order by l.seen_on - l.asked_on) as median, count(*) as seen
                from (select * from loops.seen s where s.performer_id = d.performer_id
                      order by s.seen_on desc, s.referral_id limit 20) l) o on true
            """;

    private static final String FIND = OBSERVED + """
            where not withdrawn
              and (:specialty is null or specialty = :specialty)
              and (cardinality(:ofKind::text[]) = 0 or specialty = any(:ofKind))
              and (:language is null or :language = any(languages))
              and (:capacity is null or capacity = :capacity)
              and (:openOn is null or :openOn = any(open_days))
            order by array_position(array['OPEN', 'ASSESSMENT_FIRST', 'WAITLIST', 'NONE'], capacity), name, d.performer_id
            """;

    private final JdbcClient db;

    public Performers(JdbcClient db) {
        this.db = db;
    }

    /** Everybody who fits and is not withdrawn. */
    public List<Entry> find(FindPerformers query) {
        return Nearby.of(query, matching(query));
    }

    private List<Entry> matching(FindPerformers query) {
        return db.sql(FIND)
                .param("specialty", name(query.specialty()), Types.VARCHAR)
                .param("ofKind", ofKind(query.kind()))
                .param("language", query.language(), Types.VARCHAR)
                .param("capacity", name(query.capacity()), Types.VARCHAR)
                .param("openOn", name(query.openOn()), Types.VARCHAR)
                .query(Performers::entry)
                .list();
    }

    /** One performer, withdrawn or not. */
    public Optional<Entry> show(PerformerId performer) {
        return db.sql(OBSERVED + "where d.performer_id = :performer")
                .param("performer", performer.value())
                .query(Performers::entry)
                .optional();
    }

    /** What one pays there without insurance, as last told of each service. */
    public List<Price> prices(PerformerId performer) {
        return db.sql("select * from directory.price where performer_id = :performer order by words, service")
                .param("performer", performer.value())
                .query((row, number) -> new Price(
                        row.getString("service"),
                        row.getString("words"),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getObject("told_on", LocalDate.class)))
                .list();
    }

    /** Whoever nobody has made sure of since then, the longest ago first. */
    public List<Entry> unverifiedSince(Instant moment) {
        return db.sql(OBSERVED + "where not withdrawn and verified_at < :moment order by verified_at, name")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Performers::entry)
                .list();
    }

    /** The languages that anybody in the directory speaks, as tags. */
    public List<String> languages() {
        return db.sql("select distinct unnest(languages) as language from directory.performer"
                        + " where not withdrawn order by language")
                .query(String.class)
                .list();
    }

    /** What places of this kind do, nothing if any kind is asked for. */
    private static String[] ofKind(@Nullable PerformerKind kind) {
        return Arrays.stream(Specialty.values())
                .filter(one -> one.kind() == kind)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    private static @Nullable String name(@Nullable Enum<?> asked) {
        return asked == null ? null : asked.name();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("performer_id"),
                row.getString("name"),
                Specialty.valueOf(row.getString("specialty")),
                texts(row, "languages"),
                texts(row, "hours").stream().map(Performers::hours).toList(),
                row.getString("zip"),
                row.getString("phone"),
                row.getBoolean("part2_program"),
                Capacity.valueOf(row.getString("capacity")),
                instant(row, "capacity_at"),
                instant(row, "verified_at"),
                row.getBoolean("withdrawn"),
                reach(row),
                row.getObject("days_to_seen", Double.class),
                row.getInt("seen"),
                null,
                row.getLong("position"));
    }

    private static Reach reach(ResultSet row) throws SQLException {
        return new Reach(
                Reach.Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                row.getBoolean("tls"),
                row.getString("application"),
                row.getString("facility"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static OpeningHours hours(String text) {
        String[] parts = text.split(" ", -1);
        return new OpeningHours(DayOfWeek.valueOf(parts[0]), LocalTime.parse(parts[1]), LocalTime.parse(parts[2]));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
