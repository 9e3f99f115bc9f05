package care.throughline.query.desk;

import care.throughline.events.stay.StayEvent;
import care.throughline.query.Envelope;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wakes the work around a discharge when the same person turns up in a hospital again. */
final class StayNews {

    private static final String WAKE = """
            update work_item w set snoozed_until = null, snooze_reason = null, %s
            from person p
            where p.patient_id = :patient and w.person_id = p.root_id and w.state = 'OPEN'
              and w.stay_id <> :stay and w.discharged_at < :started and w.position < :position
            """.formatted(Change.NOTED);

    private final JdbcClient db;

    StayNews(JdbcClient db) {
        this.db = db;
    }

    void tell(StayEvent event, Envelope envelope) {
        switch (event) {
            case StayEvent.Admitted ignored -> wake(event, envelope);
            case StayEvent.Registered ignored -> wake(event, envelope);
            case StayEvent.ClassChanged ignored -> wake(event, envelope);
            case StayEvent.AdmissionPlanned ignored -> {}
            case StayEvent.Transferred ignored -> {}
            case StayEvent.Discharged ignored -> {}
            case StayEvent.AdmissionCancelled ignored -> {}
            case StayEvent.DischargeCancelled ignored -> {}
            case StayEvent.Corrected ignored -> {}
            case StayEvent.ReportNoted ignored -> {}
        }
    }

    private void wake(StayEvent event, Envelope envelope) {
        Instant started = event.after().startedAt();
        if (started != null && !event.after().historical()) {
            db.sql(WAKE)
                    .params(Change.of(envelope, event.after().facility().value()))
                    .param("patient", event.patient().value())
                    .param("stay", event.stay().value())
                    .param("started", started.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
