package care.throughline.query.patients;

import care.throughline.events.PatientId;
import care.throughline.query.Accesses;
import care.throughline.query.Sealed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads everything about one person, across all their records; the cost is that person's rows. */
@Component
public class Charts {

    private static final String OF_PERSON =
            " where patient_id in (select patient_id from patients.person where root_id = :root) ";

    private static final String RETIRED = """
            select r.*, array(select i.assigner || ' ' || i.value from patients.identifier i
                              where i.patient_id = r.patient_id and i.value is not null # order by 1) as numbers
            from patients.record r where r.root_id = :root and r.patient_id <> :root order by r.merged_at, r.patient_id
            """;

    private final JdbcClient db;
    private final Accesses accesses;

    Charts(JdbcClient db, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
    }

    /** The same queries on other tables: those of the past. */
    public Charts over(JdbcClient tables) {
        return new Charts(tables, accesses);
    }

    /** The record that stands for the person of this record today, or empty if there is no such record. */
    public Optional<PatientId> rootOf(PatientId patient) {
        return db.sql("select root_id from patients.person where patient_id = :patient")
                .param("patient", patient.value())
                .query((row, number) -> new PatientId(row.getString("root_id")))
                .optional();
    }

    /** When the person of this record was erased, empty if they were not. */
    public Optional<Instant> erasedAt(PatientId patient) {
        accesses.shows(List.of(patient.value()));
        return db.sql("""
                        select p.erased_at from patients.person r join patients.person p on p.patient_id = r.root_id
                        where r.patient_id = :patient and p.erased_at is not null
                        """)
                .param("patient", patient.value())
                .query((row, number) ->
                        row.getObject("erased_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The chart of the person that this record belongs to, or empty if there is no such record. */
    public Optional<Chart> show(PatientId patient) {
        return rootOf(patient).flatMap(this::chart);
    }

    private Optional<Chart> chart(PatientId root) {
        return list("select * from patients.person where patient_id = :root", root, ChartRows::person).stream()
                .findFirst()
                .map(person -> chart(root, person));
    }

    private Chart chart(PatientId root, Chart.Person person) {
        Sealed sealed = accesses.sealed(List.of(root.value()));
        List<Chart.Retired> retired =
                list(RETIRED.replace("#", sealed.openSubject("i.key")), root, sealed, ChartRows::retired);
        accesses.shows(Stream.concat(Stream.of(root.value()), retired.stream().map(Chart.Retired::patient))
                .toList());
        List<Chart.Accountable> accountable = list(
                "select * from patients.responsibility" + OF_PERSON
                        + "order by (until is null) desc, (patient_id = :root) desc, position desc",
                root,
                ChartRows::accountable);
        return new Chart(
                person,
                retired,
                list(
                        "select * from patients.identifier" + OF_PERSON + sealed.openSubject("identifier.key")
                                + "order by status, assigner, value, key",
                        root,
                        sealed,
                        ChartRows::number),
                list(
                        "select * from patients.stay" + OF_PERSON + sealed.openSubject("stay.stay_id")
                                + "order by coalesce(admitted_at, started_at) desc nulls first, stay_id",
                        root,
                        sealed,
                        ChartRows::visit),
                coordinator(accountable),
                accountable,
                handoff(root),
                list(
                        "select * from desk.work_item where person_id = :root" + sealed.openSubject("work_item.item_id")
                                + " order by (state = 'OPEN') desc, discharge_date desc, item_id",
                        root,
                        sealed,
                        ChartRows::work));
    }

    /** The root's own coordinator, else the last that any of the records was given. */
    private static String coordinator(List<Chart.Accountable> accountable) {
        return accountable.isEmpty() || accountable.getFirst().until() != null
                ? ""
                : accountable.getFirst().coordinator();
    }

    private Chart.@Nullable Handoff handoff(PatientId root) {
        return list(
                        "select * from patients.handoff" + OF_PERSON
                                + "order by (patient_id = :root) desc, offered_at desc limit 1",
                        root,
                        ChartRows::handoff)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private <T> List<T> list(String sql, PatientId root, RowMapper<T> mapper) {
        return list(sql, root, Sealed.NOTHING, mapper);
    }

    private <T> List<T> list(String sql, PatientId root, Sealed sealed, RowMapper<T> mapper) {
        return sealed.in(db.sql(sql)).param("root", root.value()).query(mapper).list();
    }
}
