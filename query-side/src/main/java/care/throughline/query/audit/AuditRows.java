package care.throughline.query.audit;

import care.throughline.events.DomainEvent;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.TransitionId;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.query.Envelope;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the audit's tables are written. */
final class AuditRows {

    private static final String EVENT = """
            insert into event values (:position, :eventId, :name, :capability, :stream, :patient, :actor, :role, :purpose,
                                      :source, :occurredAt, :recordedAt, :correlation, :causation)
            on conflict (position) do nothing
            """;

    private static final String CONCERN = """
            insert into concern select unnest(:people), :name, :position, :occurredAt on conflict do nothing
            """;

    private static final String TIE = """
            insert into tie
            select one, other, :position from unnest(:people) one cross join unnest(:people) other where one <> other
            on conflict do nothing
            """;

    private final JdbcClient db;

    AuditRows(JdbcClient db) {
        this.db = db;
    }

    void write(DomainEvent event, Envelope envelope, Collection<PatientId> concerned) {
        String[] people = values(concerned);
        db.sql(EVENT)
                .param("position", envelope.position())
                .param("eventId", envelope.eventId())
                .param("name", envelope.name())
                .param(
                        "capability",
                        envelope.name().substring(0, envelope.name().indexOf('.')))
                .param("stream", envelope.aggregateId())
                .param("patient", people.length == 0 ? "" : people[0])
                .param("actor", envelope.actor())
                .param("role", envelope.role())
                .param("purpose", envelope.purpose())
                .param("source", envelope.source())
                .param("occurredAt", event.occurredAt().atOffset(ZoneOffset.UTC))
                .param("recordedAt", envelope.recordedAt().atOffset(ZoneOffset.UTC))
                .param("correlation", envelope.correlationId())
                .param("causation", envelope.causationId())
                .update();
        if (people.length > 0) {
            db.sql(CONCERN)
                    .param("people", people)
                    .param("name", envelope.name())
                    .param("position", envelope.position())
                    .param("occurredAt", event.occurredAt().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Adds these to whom the subject was ever about, and returns all of them, the last named first. */
    List<PatientId> remember(String subject, Collection<PatientId> named) {
        if (!named.isEmpty()) {
            db.sql("insert into subject select :subject, unnest(:people) on conflict do nothing")
                    .param("subject", subject)
                    .param("people", values(named))
                    .update();
        }
        return db.sql("""
                        select patient_id from subject where subject = :subject
                        order by patient_id = any(:named) desc, patient_id
                        """)
                .param("subject", subject)
                .param("named", values(named))
                .query((row, number) -> new PatientId(row.getString("patient_id")))
                .list();
    }

    void tie(Collection<PatientId> people, long position) {
        if (people.size() > 1) {
            db.sql(TIE)
                    .param("people", values(people))
                    .param("position", position)
                    .update();
        }
    }

    void charge(StaffId staff, PatientId patient, long position) {
        db.sql("insert into charge values (:staff, :patient, :position) on conflict do nothing")
                .param("staff", staff.value())
                .param("patient", patient.value())
                .param("position", position)
                .update();
    }

    void span(TransitionId transition, Concerns.Run run, long position) {
        db.sql("""
                        insert into span values (:transition, :position, :patient, :facility, :windowEnd)
                        on conflict do nothing
                        """)
                .param("transition", transition.value())
                .param("position", position)
                .param("patient", run.discharge().patient().value())
                .param("facility", run.discharge().facility().value())
                .param("windowEnd", run.clocks().windowEnd())
                .update();
    }

    void begin(ReferralEvent.Drafted event, long position) {
        db.sql("insert into loop (referral, position, patient_id) values (:referral, :position, :patient)"
                        + " on conflict do nothing")
                .param("referral", event.referral().value())
                .param("position", position)
                .param("patient", event.patient().value())
                .update();
    }

    void end(ReferralEvent event, long position) {
        db.sql("update loop set ended_position = :position, ended_at = :at where referral = :referral")
                .param("referral", event.referral().value())
                .param("position", position)
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] values(Collection<PatientId> people) {
        return people.stream().map(PatientId::value).distinct().toArray(String[]::new);
    }
}
