package care.throughline.query.erasure;

import care.throughline.events.Personal;
import care.throughline.events.TypedId;
import care.throughline.events.erasure.ErasureEvent;
import care.throughline.events.erasure.ErasureEvent.Approved;
import care.throughline.events.erasure.ErasureEvent.Begun;
import care.throughline.events.erasure.ErasureEvent.Certified;
import care.throughline.events.erasure.ErasureEvent.HoldLifted;
import care.throughline.events.erasure.ErasureEvent.HoldPlaced;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.erasure.ErasureEvent.Refused;
import care.throughline.events.erasure.ErasureEvent.Requested;
import care.throughline.events.erasure.Span;
import care.throughline.events.retention.RetentionEvent;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import java.time.ZoneOffset;
import java.util.Collection;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Projects one file for each person whom somebody wanted erased or held, and each run of the retention schedule; what people
 * typed goes with the person.
 */
@Component
class Erasures implements Projection {

    private static final String LET_GO = """
            update file set reason = null, hold_reason = null, refusal = null where patient_id = any(:records)
            """;

    private final JdbcClient db;
    private final RunRows runs;

    Erasures(JdbcClient db) {
        this.db = db;
        this.runs = new RunRows(db);
    }

    @Override
    public String name() {
        return "erasure";
    }

    @Override
    public String ddl() {
        return FileTable.DDL + RunRows.DDL;
    }

    @EventHandler
    void on(ErasureEvent event, Envelope envelope) {
        db.sql("""
                insert into file (erasure_id, patient_id, changed_at) values (:file, :patient, :at)
                on conflict (erasure_id) do update set changed_at = excluded.changed_at
                """)
                .param("file", event.erasure().value())
                .param("patient", event.patient().value())
                .param("at", envelope.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
        switch (event) {
            case Requested asked -> request(asked);
            case HoldPlaced placed ->
                file(placed, "held_by = :by, held_at = :at, hold_reason = :reason")
                        .param("by", placed.by().value())
                        .param("reason", said(placed.reason()))
                        .update();
            case HoldLifted lifted ->
                file(lifted, "held_by = null, held_at = null, hold_reason = null")
                        .update();
            case Refused refused -> refuse(refused);
            case Approved approved ->
                file(approved, "state = 'APPROVED', approved_by = :by, approved_at = :at")
                        .param("by", approved.by().value())
                        .update();
            case Begun begun -> file(begun, "state = 'ERASING'").update();
            case PatientErased erased -> erase(erased, envelope.position());
            case Certified certified ->
                file(certified, "certified_at = :at, read_models = :models, dead_letters = :letters")
                        .param("models", certified.readModels().toArray(String[]::new))
                        .param("letters", certified.deadLetters())
                        .update();
        }
    }

    @EventHandler
    void on(RetentionEvent event) {
        runs.write(event);
    }

    private void request(Requested event) {
        file(event, """
                state = 'REQUESTED', requested_by = :by, requested_at = :at, asker = :asker, ground = :ground,
                reason = :reason, refused_by = null, refused_at = null, exemption = null, refusal = null,
                approved_by = null, approved_at = null
                """)
                .param("by", event.by().value())
                .param("asker", event.asker().name())
                .param("ground", event.ground().name())
                .param("reason", said(event.reason()))
                .update();
    }

    private void refuse(Refused event) {
        file(event, "state = 'REFUSED', refused_by = :by, refused_at = :at, exemption = :exemption, refusal = :refusal")
                .param("by", event.by().value())
                .param("exemption", event.exemption().name())
                .param("refusal", said(event.reason()))
                .update();
    }

    private void erase(PatientErased event, long position) {
        file(event, """
                state = 'ERASED', requested_by = :requestedBy, approved_by = :approvedBy, erased_at = :at,
                position = :position, again = :again, records = :records, messages = :messages, shared = :shared,
                starts = :starts, ends = :ends, certified_at = null
                """)
                .param("requestedBy", event.requestedBy().value())
                .param("approvedBy", event.approvedBy().value())
                .param("position", position)
                .param("again", event.again())
                .param("records", event.scope().recordIds())
                .param("messages", values(event.scope().messages()))
                .param("shared", values(event.scope().shared()))
                .param("starts", event.affected().stream().map(Span::from).toArray(Long[]::new))
                .param("ends", event.affected().stream().map(Span::to).toArray(Long[]::new))
                .update();
        db.sql(LET_GO).param("records", event.scope().recordIds()).update();
    }

    private StatementSpec file(ErasureEvent event, String assignments) {
        return db.sql("update file set " + assignments + " where erasure_id = :file")
                .param("file", event.erasure().value())
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC));
    }

    private static @Nullable String said(Personal<String> words) {
        return words.value().orElse(null);
    }

    private static String[] values(Collection<? extends TypedId> ids) {
        return ids.stream().map(TypedId::value).sorted().toArray(String[]::new);
    }
}
