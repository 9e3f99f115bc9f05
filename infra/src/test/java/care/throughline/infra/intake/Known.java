package care.throughline.infra.intake;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the read models know of the persons with this salt, in the lines of {@link Truth}. */
record Known(JdbcClient db, String salt, LocalDate today) {

    private static final String NUMBERS = """
            (select string_agg(i.assigner || ':' || left(i.value, -length(:salt)) || ' ' || i.status, ', '
                               order by i.assigner || ':' || i.value collate "C")
             from patients.identifier i join patients.record every using (patient_id)
             where every.root_id = ROOT)
            """;

    private static final String STAY = "s.facility || ':' || left(s.visit_number, -length(:salt))";
    private static final String SALTED_STAY = " s.visit_number like '%' || :salt ";

    Set<String> persons() {
        return lines("select distinct " + numbers("rec.root_id") + """
                from patients.identifier id join patients.record rec using (patient_id)
                where id.value like '%' || :salt
                """, row -> "[" + row.getString(1) + "]");
    }

    Set<String> demographics() {
        return lines(
                "select " + numbers("p.patient_id") + """
                , p.* from patients.person p where patient_id in (
                    select root_id from patients.identifier id join patients.record using (patient_id)
                    where id.value like '%' || :salt)
                """,
                row -> "[" + row.getString(1) + "] "
                        + List.of(
                                text(row, "family"),
                                text(row, "given"),
                                text(row, "middle"),
                                text(row, "birth_date"),
                                text(row, "sex"),
                                text(row, "street"),
                                text(row, "city"),
                                text(row, "state"),
                                text(row, "zip"),
                                text(row, "phone"),
                                text(row, "language"),
                                String.valueOf(row.getBoolean("deceased")),
                                String.valueOf(instant(row, "died_at"))));
    }

    Set<String> stays() {
        return lines(
                "select " + numbers("r.root_id") + ", " + STAY + " as stay, s.*"
                        + " from patients.stay s join patients.record r using (patient_id) where" + SALTED_STAY,
                row -> String.join(
                        " ",
                        "[" + row.getString(1) + "]",
                        text(row, "stay"),
                        text(row, "stay_class"),
                        strings(row, "class_history").toString(),
                        status(row.getString("status")),
                        "started " + instant(row, "started_at"),
                        "admitted " + instant(row, "admitted_at"),
                        "discharged " + instant(row, "discharged_at"),
                        text(row, "disposition"),
                        text(row, "admission_type"),
                        text(row, "location"),
                        new TreeSet<>(strings(row, "told_by")).toString()));
    }

    Set<String> transitions() {
        return lines(
                "select " + numbers("r.root_id") + ", " + STAY + " as stay, w.*"
                        + " from desk.work_item w join patients.stay s using (stay_id)"
                        + " join patients.record r on r.patient_id = s.patient_id where w.state <> 'VOID' and"
                        + SALTED_STAY,
                row -> String.join(
                        " ",
                        "[" + row.getString(1) + "]",
                        text(row, "stay"),
                        text(row, "discharge_date"),
                        text(row, "disposition"),
                        text(row, "contact_due"),
                        text(row, "visit7_due"),
                        text(row, "visit14_due"),
                        text(row, "window_end"),
                        outcome(row),
                        String.valueOf(instant(row, "closed_at"))));
    }

    Set<String> readmissions() {
        return lines(
                "select " + STAY + " || ' ' || b.facility || ':' || left(b.visit_number, -length(:salt))"
                        + " || ' after ' || d.days || case when d.planned then ' planned' else ' unplanned' end"
                        + " from measures.index_discharge d join patients.stay s using (stay_id)"
                        + " join patients.stay b on b.stay_id = d.readmission_id where" + SALTED_STAY,
                row -> row.getString(1));
    }

    /** Stays that count as index discharges of the readmission measure. */
    Set<String> indexDischarges() {
        return lines(
                "select " + STAY + " from measures.index_discharge d join patients.stay s using (stay_id) where"
                        + SALTED_STAY,
                row -> row.getString(1));
    }

    /** Stays whose transition is void. */
    Set<String> withdrawnTransitions() {
        return lines(
                "select " + STAY + " from desk.work_item w join patients.stay s using (stay_id)"
                        + " where w.state = 'VOID' and" + SALTED_STAY,
                row -> row.getString(1));
    }

    List<String> worklist() {
        return List.copyOf(lines(
                "select w.contact_due || ' ' || " + STAY
                        + " from desk.work_item w join patients.stay s using (stay_id)"
                        + " where w.state = 'OPEN' and w.window_end >= '" + today + "'::date and" + SALTED_STAY,
                row -> row.getString(1)));
    }

    String metrics() {
        return lines(
                        "select (select count(*) from measures.index_discharge d join patients.stay s using (stay_id)"
                                + " where" + SALTED_STAY + ") || ' ' ||"
                                + " (select count(*) from measures.index_discharge d join patients.stay s using (stay_id)"
                                + " where d.readmission_id is not null and not d.planned and" + SALTED_STAY
                                + ") || ' ' ||"
                                + " (select count(*) from measures.index_discharge d join patients.stay s using (stay_id)"
                                + " where d.readmission_id is not null and d.planned and" + SALTED_STAY + ") || ' ' ||"
                                + " (select count(*) from patients.stay s where s.stay_class = 'EMER'"
                                + " and s.status <> 'CANCELLED' and" + SALTED_STAY + ")",
                        row -> row.getString(1))
                .iterator()
                .next();
    }

    private static String numbers(String root) {
        return NUMBERS.replace("ROOT", root) + " as numbers ";
    }

    private Set<String> lines(String sql, Line line) {
        return new TreeSet<>(db.sql(sql)
                .param("salt", salt)
                .query((row, number) -> line.of(row))
                .list());
    }

    private String outcome(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "READMITTED" -> "readmitted";
            case "DIED" -> "died";
            case "OPEN" -> row.getDate("window_end").toLocalDate().isBefore(today) ? "lapsed" : "open";
            default -> row.getString("state");
        };
    }

    private static String status(String status) {
        return switch (status) {
            case "IN_HOUSE" -> "in-house";
            default -> status.toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "-" : value;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** One row as a line. */
    private interface Line {
        String of(ResultSet row) throws SQLException;
    }
}
