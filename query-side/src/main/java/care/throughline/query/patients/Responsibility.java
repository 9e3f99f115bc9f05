package care.throughline.query.patients;

import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.careteam.CareTeamEvent.CoordinatorAssigned;
import care.throughline.events.careteam.CareTeamEvent.CoordinatorReleased;
import care.throughline.events.careteam.CareTeamEvent.HandoffAccepted;
import care.throughline.events.careteam.CareTeamEvent.HandoffDeclined;
import care.throughline.events.careteam.CareTeamEvent.HandoffOffered;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is and was accountable for a patient, and which hand-off waits for an answer. */
final class Responsibility {

    private static final String END =
            "update responsibility set until = :at where patient_id = :patient and until is null";

    private static final String BEGIN = """
            insert into responsibility (patient_id, coordinator, since, given_by, position)
            values (:patient, :coordinator, :at, :by, :position)
            on conflict (patient_id, position) do nothing
            """;

    private static final String OFFER = """
            insert into handoff (patient_id, from_staff, to_staff, reason, offered_at)
            values (:patient, :from, :to, :reason, :at)
            on conflict (patient_id) do update
            set from_staff = excluded.from_staff, to_staff = excluded.to_staff, reason = excluded.reason,
                offered_at = excluded.offered_at
            """;

    private final JdbcClient db;

    Responsibility(JdbcClient db) {
        this.db = db;
    }

    void assign(CoordinatorAssigned event, long position) {
        pass(event.patient(), event.coordinator(), event.by(), event.occurredAt(), position);
    }

    /** Nobody is accountable from here on. */
    void release(CoordinatorReleased event) {
        answered(event.patient());
        end(event.patient(), event.occurredAt());
    }

    void offer(HandoffOffered event) {
        db.sql(OFFER)
                .param("patient", event.patient().value())
                .param("from", event.from().value())
                .param("to", event.to().value())
                .param("reason", event.reason().value().orElse("(forgotten)"))
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void accept(HandoffAccepted event, long position) {
        pass(event.patient(), event.to(), event.from(), event.occurredAt(), position);
    }

    void decline(HandoffDeclined event) {
        answered(event.patient());
    }

    private void pass(PatientId patient, StaffId to, StaffId by, Instant at, long position) {
        answered(patient);
        end(patient, at);
        db.sql(BEGIN)
                .param("patient", patient.value())
                .param("coordinator", to.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .param("position", position)
                .update();
    }

    private void end(PatientId patient, Instant at) {
        db.sql(END)
                .param("patient", patient.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void answered(PatientId patient) {
        db.sql("delete from handoff where patient_id = :patient")
                .param("patient", patient.value())
                .update();
    }
}
