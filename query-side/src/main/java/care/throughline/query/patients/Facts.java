package care.throughline.query.patients;

import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.patient.PatientEvent.DeathRecorded;
import care.throughline.events.patient.PatientEvent.DemographicsConfirmed;
import care.throughline.events.patient.PatientEvent.DemographicsCorrected;
import care.throughline.query.Batch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What was told under each record, field by field; the last told stays, whatever arrives when. */
final class Facts {

    private static final String DECEASED = "DECEASED";
    private static final String DIED_AT = "DIED_AT";

    private static final String TELL = """
            insert into fact (patient_id, field, value, told_at, forgotten)
            select patient, field.key, field.value, at, forgotten
            from json_to_recordset(cast(:facts as json)) as told (
                    patient text, fields json, at timestamptz, forgotten boolean)
                cross join json_each_text(fields) as field
            on conflict (patient_id, field) do update
            set value = excluded.value, told_at = excluded.told_at, forgotten = excluded.forgotten
            where excluded.told_at >= fact.told_at
            """;

    private static final String CONFIRM = """
            update fact set told_at = greatest(told_at, at)
            from json_to_recordset(cast(:facts as json)) as told (patient text, fields json, at timestamptz)
                cross join json_each_text(fields) as field
            where patient_id = told.patient and fact.field = field.key
            """;

    private final Batch batch;
    private final PersonView view;
    private final SearchedNames names;
    private final JsonMapper json = JsonMapper.shared();
    private final Consumer<List<Told>> telling;
    private final Consumer<List<Told>> confirming;

    Facts(JdbcClient db, Batch batch, PersonView view) {
        this.batch = batch;
        this.view = view;
        this.names = new SearchedNames(db, batch);
        this.telling = told -> write(db, TELL, told);
        this.confirming = told -> write(db, CONFIRM, told);
    }

    private void write(JdbcClient db, String sql, List<Told> told) {
        db.sql(sql).param("facts", json.writeValueAsString(told)).update();
    }

    /** What was told of a record; the names are those of the statements. */
    private record Told(String patient, Map<String, String> fields, Instant at, boolean forgotten) {}

    void correct(DemographicsCorrected event) {
        boolean forgotten = event.values().value().isEmpty();
        Map<DemographicField, String> told = event.values().map(values -> values, Map.of());
        Map<String, String> fields = new TreeMap<>();
        event.fields().forEach(field -> fields.put(field.name(), told.getOrDefault(field, "")));
        tell(new Told(event.patient().value(), fields, event.occurredAt(), forgotten));
        names.search(event.patient().value());
    }

    void confirm(DemographicsConfirmed event) {
        Map<String, String> fields = new TreeMap<>();
        event.fields().forEach(field -> fields.put(field.name(), ""));
        String patient = event.patient().value();
        batch.write(patient, new Told(patient, fields, event.occurredAt(), false), confirming);
        view.recompute(patient);
    }

    void recordDeath(DeathRecorded event) {
        Instant diedAt = event.diedAt();
        tellDeath(event.patient().value(), "true", diedAt == null ? "" : diedAt.toString(), event.occurredAt());
    }

    void tellAlive(PatientEvent event) {
        tellDeath(event.patient().value(), "", "", event.occurredAt());
    }

    private void tellDeath(String patient, String deceased, String diedAt, Instant toldAt) {
        tell(new Told(patient, Map.of(DECEASED, deceased, DIED_AT, diedAt), toldAt, false));
    }

    /** Keeps what is not older than what we have. */
    private void tell(Told told) {
        batch.write(told.patient(), told, telling);
        view.recompute(told.patient());
    }
}
