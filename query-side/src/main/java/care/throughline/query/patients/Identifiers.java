package care.throughline.query.patients;

import care.throughline.events.patient.Identifier;
import care.throughline.events.patient.PatientEvent.IdentifierAdded;
import care.throughline.events.patient.PatientEvent.IdentifierRetired;
import care.throughline.query.Batch;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The numbers by which people are known, and which of them are no longer to be used. */
final class Identifiers {

    private static final String ADD = """
            insert into identifier (key, patient_id, assigner, value, type, status, added_at, forgotten)
            select key, patient, assigner, value, type, 'current', at, forgotten
            from json_to_recordset(cast(:identifiers as json)) as told (
                key text, patient text, assigner text, value text, type text, at timestamptz, forgotten boolean)
            on conflict (key) do update
            set patient_id = excluded.patient_id, assigner = excluded.assigner, value = excluded.value,
                type = excluded.type, status = 'current', added_at = excluded.added_at, retired_at = null,
                forgotten = excluded.forgotten
            """;

    private static final String RETIRE = """
            insert into identifier (key, patient_id, status, retired_at, forgotten)
            select key, patient, 'retired', at, false
            from json_to_recordset(cast(:identifiers as json)) as told (key text, patient text, at timestamptz)
            on conflict (key) do update set status = 'retired', retired_at = excluded.retired_at
            """;

    private final Batch batch;
    private final JsonMapper json = JsonMapper.shared();
    private final Consumer<List<Told>> adding;
    private final Consumer<List<Told>> retiring;

    Identifiers(JdbcClient db, Batch batch) {
        this.batch = batch;
        this.adding = told -> write(db, ADD, told);
        this.retiring = told -> write(db, RETIRE, told);
    }

    private void write(JdbcClient db, String sql, List<Told> told) {
        db.sql(sql).param("identifiers", json.writeValueAsString(told)).update();
    }

    /** What an event says of a number; the names are those of the statements. */
    private record Told(
            String key,
            String patient,
            @Nullable String assigner,
            @Nullable String value,
            @Nullable String type,
            Instant at,
            boolean forgotten) {}

    void add(IdentifierAdded event) {
        Identifier told = event.identifier().value().orElse(null);
        Told added = new Told(
                event.key().value(),
                event.patient().value(),
                told == null ? null : told.assigner(),
                told == null ? null : told.value(),
                told == null ? null : told.type().name(),
                event.occurredAt(),
                told == null);
        batch.write(added.key(), added, adding);
    }

    void retire(IdentifierRetired event) {
        Told retired =
                new Told(event.key().value(), event.patient().value(), null, null, null, event.occurredAt(), false);
        batch.write(retired.key(), retired, retiring);
    }
}
