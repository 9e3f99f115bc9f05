package care.throughline.query.desk;

import care.throughline.query.desk.Line.Done;
import care.throughline.query.desk.Line.Dues;
import care.throughline.query.desk.Line.Latest;
import care.throughline.query.desk.Line.Left;
import care.throughline.query.desk.Line.Risk;
import care.throughline.query.desk.Line.Snooze;
import care.throughline.query.desk.Line.State;
import care.throughline.query.desk.Line.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a line of a row. */
final class LineRow {

    private LineRow() {}

    static Line map(ResultSet row, int number) throws SQLException {
        Instant snoozedUntil = instant(row, "snoozed_until");
        Integer lace = row.getObject("lace", Integer.class);
        return new Line(
                row.getString("item_id"),
                row.getString("kind"),
                row.getString("patient_id"),
                row.getString("person_id"),
                who(row),
                left(row),
                dues(row),
                done(row),
                lace == null ? null : new Risk(lace, row.getString("band")),
                row.getString("coordinator"),
                row.getString("offered_to"),
                snoozedUntil == null ? null : new Snooze(snoozedUntil, row.getString("snooze_reason")),
                State.valueOf(row.getString("state")),
                row.getString("close_reason"),
                latest(row),
                row.getLong("position"),
                list(row, "receipt", Long[].class));
    }

    private static Who who(ResultSet row) throws SQLException {
        return new Who(
                row.getString("family"),
                row.getString("given"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("phone"),
                row.getString("language"),
                row.getBoolean("deceased"));
    }

    private static Left left(ResultSet row) throws SQLException {
        return new Left(
                row.getString("stay_id"),
                row.getString("facility"),
                row.getString("stay_class"),
                row.getString("disposition"),
                known(instant(row, "discharged_at")),
                day(row, "discharge_date"));
    }

    private static Dues dues(ResultSet row) throws SQLException {
        return new Dues(
                day(row, "contact_due"),
                day(row, "visit_due"),
                day(row, "reconciliation_due"),
                day(row, "window_end"),
                day(row, "next_due"),
                row.getString("complexity"),
                row.getString("rule_id"),
                row.getString("rule_version"));
    }

    private static Done done(ResultSet row) throws SQLException {
        return new Done(
                row.getInt("attempts"),
                instant(row, "last_attempt_at"),
                row.getString("last_outcome"),
                instant(row, "contact_at"),
                row.getObject("contact_timely", Boolean.class),
                instant(row, "visit_at"),
                row.getInt("visits_missed"),
                instant(row, "visit_kept_at"),
                row.getObject("visit_timely", Boolean.class),
                instant(row, "reconciled_at"),
                row.getObject("reconciled_timely", Boolean.class),
                list(row, "checklist", String[].class));
    }

    private static Latest latest(ResultSet row) throws SQLException {
        String[] from = array(row, "changed_from", String[].class);
        String[] to = array(row, "changed_to", String[].class);
        List<Change> changes = new ArrayList<>();
        for (String what : array(row, "changed", String[].class)) {
            changes.add(new Change(what, from[changes.size()], to[changes.size()]));
        }
        return new Latest(List.copyOf(changes), known(instant(row, "changed_at")), row.getString("changed_by"));
    }

    private static <T> List<T> list(ResultSet row, String column, Class<T[]> type) throws SQLException {
        return List.of(array(row, column, type));
    }

    private static <T> T[] array(ResultSet row, String column, Class<T[]> type) throws SQLException {
        return type.cast(row.getArray(column).getArray());
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return known(row.getObject(column, LocalDate.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "a column that is never null");
    }
}
