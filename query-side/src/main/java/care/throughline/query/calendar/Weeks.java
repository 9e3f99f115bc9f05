package care.throughline.query.calendar;

import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Need;
import care.throughline.events.appointment.Readiness;
import care.throughline.events.appointment.WeeklyTime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gathers what a person is to be at, from all records of the person, within the schema that an event is applied to. */
final class Weeks {

    private static final String OF_PERSON =
            " where patient_id in (select patient_id from person where root_id = :root)";

    private final JdbcClient db;
    private final ZoneId zone;

    Weeks(JdbcClient db, ZoneId zone) {
        this.db = db;
        this.zone = zone;
    }

    Week of(String root, Duration travel) {
        List<Slot> slots = db.sql("select * from appointment" + OF_PERSON)
                .param("root", root)
                .query(Weeks::slot)
                .list();
        List<Bound> commitments = db.sql("select * from commitment" + OF_PERSON + " order by commitment_id")
                .param("root", root)
                .query(Weeks::bound)
                .list();
        List<WeeklyTime> hours = db
                .sql("select times from hours" + OF_PERSON + " order by position desc limit 1")
                .param("root", root)
                .query((row, number) -> times(row.getArray("times")))
                .list()
                .stream()
                .findFirst()
                .orElse(List.of());
        return new Week(slots, commitments, hours, zone, travel);
    }

    private static Slot slot(ResultSet row, int number) throws SQLException {
        Instant startsAt = known(instant(row, "starts_at"));
        return new Slot(
                row.getString("appointment_id"),
                row.getString("patient_id"),
                Stage.valueOf(row.getString("stage")),
                Mode.valueOf(row.getString("mode")),
                startsAt,
                known(instant(row, "ends_at")),
                known(row.getObject("starts_on", LocalDate.class)),
                instant(row, "confirmed_for"),
                needs(row),
                row.getString("after_id"),
                row.getLong("set_at"),
                known(row.getObject("known_on", LocalDate.class)),
                row.getObject("told_on", LocalDate.class),
                startsAt.equals(instant(row, "followed_for")),
                row.getLong("position"),
                Arrays.asList((Long[]) row.getArray("receipt").getArray()));
    }

    static Bound bound(ResultSet row, int number) throws SQLException {
        return new Bound(
                row.getString("commitment_id"),
                times(row.getArray("times")),
                known(row.getObject("since", LocalDate.class)),
                row.getObject("until", LocalDate.class));
    }

    /** How it stands with each need of which anybody spoke. */
    static Map<Need, Readiness> needs(ResultSet row) throws SQLException {
        Map<Need, Readiness> needs = new EnumMap<>(Need.class);
        for (Need need : Need.values()) {
            String readiness = row.getString(need.name().toLowerCase(Locale.ROOT));
            if (readiness != null) {
                needs.put(need, Readiness.valueOf(readiness));
            }
        }
        return needs;
    }

    static List<WeeklyTime> times(Array texts) throws SQLException {
        return Arrays.stream((String[]) texts.getArray()).map(RoutineRows::time).toList();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "a column that is never null");
    }
}
