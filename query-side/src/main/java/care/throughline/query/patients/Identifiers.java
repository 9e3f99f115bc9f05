package care.throughline.query.patients;

import care.throughline.events.patient.Identifier;
import care.throughline.events.patient.PatientEvent.IdentifierAdded;
import care.throughline.events.patient.PatientEvent.IdentifierRetired;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers by which people are known, and which of them are no longer to be used. */
final class Identifiers {

    private static final String ADD = """
            insert into identifier (key, patient_id, assigner, value, type, status, added_at, forgotten)
            values (:key, :patient, :assigner, :value, :type, 'current', :at, :forgotten)
            on conflict (key) do update
            set patient_id = excluded.patient_id, assigner = excluded.assigner, value = excluded.value,
                type = excluded.type, status = 'current', added_at = excluded.added_at, retired_at = null,
                forgotten = excluded.forgotten
            """;

    private static final String RETIRE = """
            insert into identifier (key, patient_id, status, retired_at, forgotten)
            values (:key, :patient, 'retired', :at, false)
            on conflict (key) do update set status = 'retired', retired_at = excluded.retired_at
            """;

    private final JdbcClient db;

    Identifiers(JdbcClient db) {
        this.db = db;
    }

    void add(IdentifierAdded event) {
        Optional<Identifier> told = event.identifier().value();
        db.sql(ADD)
                .param("key", event.key().value())
                .param("patient", event.patient().value())
                .param("assigner", told.map(Identifier::assigner).orElse(null))
                .param("value", told.map(Identifier::value).orElse(null))
                .param("type", told.map(identifier -> identifier.type().name()).orElse(null))
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC))
                .param("forgotten", told.isEmpty())
                .update();
    }

    void retire(IdentifierRetired event) {
        db.sql(RETIRE)
                .param("key", event.key().value())
                .param("patient", event.patient().value())
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
