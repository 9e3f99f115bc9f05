package care.throughline.query.patients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the parts of a chart of rows. */
final class ChartRows {

    private ChartRows() {}

    static Chart.Person person(ResultSet row, int number) throws SQLException {
        return new Chart.Person(
                row.getString("patient_id"),
                row.getString("family"),
                row.getString("given"),
                row.getString("middle"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("street"),
                row.getString("city"),
                row.getString("state"),
                row.getString("zip"),
                row.getString("phone"),
                row.getString("language"),
                row.getString("race"),
                row.getString("ethnicity"),
                row.getString("payer"),
                row.getBoolean("deceased"),
                instant(row, "died_at"),
                row.getBoolean("forgotten"),
                instant(row, "erased_at"));
    }

    static Chart.Retired retired(ResultSet row, int number) throws SQLException {
        return new Chart.Retired(
                row.getString("patient_id"),
                row.getString("merged_into"),
                row.getString("merge_kind"),
                known(instant(row, "merged_at")),
                texts(row, "numbers"));
    }

    static Chart.Known number(ResultSet row, int number) throws SQLException {
        return new Chart.Known(
                row.getString("patient_id"),
                row.getString("assigner"),
                row.getString("value"),
                row.getString("type"),
                row.getString("status").equals("retired"));
    }

    static Chart.Visit visit(ResultSet row, int number) throws SQLException {
        return new Chart.Visit(
                row.getString("stay_id"),
                row.getString("facility"),
                row.getString("visit_number"),
                row.getString("stay_class"),
                texts(row, "class_history"),
                row.getString("status"),
                instant(row, "started_at"),
                instant(row, "admitted_at"),
                instant(row, "discharged_at"),
                row.getString("disposition"),
                row.getString("admission_type"),
                row.getString("location"),
                row.getBoolean("historical"));
    }

    static Chart.Accountable accountable(ResultSet row, int number) throws SQLException {
        return new Chart.Accountable(
                row.getString("coordinator"),
                known(instant(row, "since")),
                instant(row, "until"),
                row.getString("given_by"));
    }

    static Chart.Handoff handoff(ResultSet row, int number) throws SQLException {
        return new Chart.Handoff(
                row.getString("from_staff"),
                row.getString("to_staff"),
                row.getString("reason"),
                known(instant(row, "offered_at")));
    }

    static Chart.Work work(ResultSet row, int number) throws SQLException {
        return new Chart.Work(
                row.getString("item_id"),
                row.getString("facility"),
                day(row, "discharge_date"),
                row.getString("state"),
                day(row, "contact_due"),
                instant(row, "contact_at") != null,
                day(row, "visit_due"),
                instant(row, "visit_at"),
                instant(row, "visit_kept_at") != null,
                day(row, "reconciliation_due"),
                instant(row, "reconciled_at") != null,
                day(row, "window_end"),
                row.getObject("lace", Integer.class),
                row.getString("band"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
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
