package care.throughline.query.patients;

import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.patient.PatientEvent.DeathRecorded;
import care.throughline.events.patient.PatientEvent.DemographicsConfirmed;
import care.throughline.events.patient.PatientEvent.DemographicsCorrected;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was told under each record, field by field; the last told stays, whatever arrives when. */
final class Facts {

    private static final Set<String> NAMES = Set.of("FAMILY", "GIVEN", "MIDDLE");

    private static final String DECEASED = "DECEASED";
    private static final String DIED_AT = "DIED_AT";

    private static final String TELL = """
            insert into fact (patient_id, field, value, told_at, forgotten)
            select :patient, told.field, told.value, :toldAt, :forgotten
            from unnest(:fields, :values) as told (field, value)
            on conflict (patient_id, field) do update
            set value = excluded.value, told_at = excluded.told_at, forgotten = excluded.forgotten
            where excluded.told_at >= fact.told_at
            returning field
            """;

    private static final String CONFIRM = """
            update fact set told_at = greatest(told_at, :toldAt)
            where patient_id = :patient and field = any(:fields)
            """;

    private final JdbcClient db;
    private final PersonView view;

    Facts(JdbcClient db, PersonView view) {
        this.db = db;
        this.view = view;
    }

    void correct(DemographicsCorrected event) {
        String patient = event.patient().value();
        boolean forgotten = event.values().value().isEmpty();
        Map<DemographicField, String> told = event.values().map(values -> values, Map.of());
        Map<String, String> values = new LinkedHashMap<>();
        event.fields().stream().sorted().forEach(field -> values.put(field.name(), told.getOrDefault(field, "")));
        tell(patient, values, event.occurredAt(), forgotten).stream()
                .filter(NAMES::contains)
                .forEach(field -> searchable(patient, field, values.getOrDefault(field, "")));
        view.recompute(patient);
    }

    void confirm(DemographicsConfirmed event) {
        String[] fields = event.fields().stream().map(Enum::name).toArray(String[]::new);
        db.sql(CONFIRM)
                .param("patient", event.patient().value())
                .param("fields", fields)
                .param("toldAt", event.occurredAt().atOffset(ZoneOffset.UTC))
                .update();
        view.recompute(event.patient().value());
    }

    void recordDeath(DeathRecorded event) {
        Instant diedAt = event.diedAt();
        tellDeath(event.patient().value(), "true", diedAt == null ? "" : diedAt.toString(), event.occurredAt());
    }

    void tellAlive(PatientEvent event) {
        tellDeath(event.patient().value(), "", "", event.occurredAt());
    }

    private void tellDeath(String patient, String deceased, String diedAt, Instant toldAt) {
        tell(patient, Map.of(DECEASED, deceased, DIED_AT, diedAt), toldAt, false);
        view.recompute(patient);
    }

    /** Keeps what is not older than what we have, and answers the fields that it kept. */
    private Set<String> tell(String patient, Map<String, String> values, Instant toldAt, boolean forgotten) {
        return db.sql(TELL)
                .param("patient", patient)
                .param("fields", values.keySet().toArray(String[]::new))
                .param("values", values.values().toArray(String[]::new))
                .param("toldAt", toldAt.atOffset(ZoneOffset.UTC))
                .param("forgotten", forgotten)
                .query(String.class)
                .set();
    }

    private void searchable(String patient, String field, String name) {
        db.sql("delete from name_part where patient_id = :patient and field = :field")
                .param("patient", patient)
                .param("field", field)
                .update();
        db.sql("insert into name_part select :patient, :field, unnest(:parts)")
                .param("patient", patient)
                .param("field", field)
                .param("parts", Folded.parts(name).toArray(String[]::new))
                .update();
    }
}
