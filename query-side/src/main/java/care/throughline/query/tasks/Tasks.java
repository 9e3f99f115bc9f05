package care.throughline.query.tasks;

import static care.throughline.events.referral.ReferralStatus.ACCEPTED;
import static care.throughline.events.referral.ReferralStatus.APPOINTMENT_CANCELLED;
import static care.throughline.events.referral.ReferralStatus.CANCELLATION_REQUESTED;
import static care.throughline.events.referral.ReferralStatus.CANCELLED;
import static care.throughline.events.referral.ReferralStatus.CLOSED;
import static care.throughline.events.referral.ReferralStatus.DECLINED;
import static care.throughline.events.referral.ReferralStatus.MISSED;
import static care.throughline.events.referral.ReferralStatus.SCHEDULED;
import static care.throughline.events.referral.ReferralStatus.SEEN;

import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects one task for every time that a performer was asked; of what anybody wrote it holds the number that a requester gave. */
@Component
class Tasks implements Projection {

    static final String NAME = "tasks";

    /** A task that is over keeps its version; the others have that of the referral: how many events it has. */
    private static final String DDL = """
            create table request (
                referral_id text primary key,
                patient_id  text not null,
                version     bigint not null,
                position    bigint not null,
                requester_id text,
                number      text
            );
            create index on request (patient_id);

            create table task (
                task_id      text primary key,
                referral_id  text not null,
                performer_id text not null,
                patient_id   text not null,
                status       text not null,
                business     text not null,
                why          text,
                why_at       bigint,
                result_at    bigint,
                starts_at    timestamptz,
                authored_at  timestamptz not null,
                modified_at  timestamptz not null,
                version      bigint not null,
                over_at      bigint,
                requester_id text,
                number       text
            );
            create index on task (performer_id, modified_at, task_id);
            create index on task (requester_id, modified_at, task_id) where requester_id is not null;
            create index on task (referral_id);
            create index on task (patient_id);
            """;

    private static final List<String> LET_GO = List.of(
            "delete from task where patient_id = any(:records)",
            "delete from request where patient_id = any(:records)");

    private final JdbcClient db;

    Tasks(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return DDL;
    }

    @EventHandler
    void on(ReferralEvent event, Envelope envelope) {
        TaskStatement task = new TaskStatement(db, event, envelope);
        if (event instanceof ReferralEvent.Drafted drafted) {
            task.draft(drafted.patient());
        } else if (task.isNews()) {
            apply(event, task);
            task.touch();
        }
    }

    @EventHandler
    void on(PatientErased event) {
        String[] records = event.scope().recordIds();
        LET_GO.forEach(statement -> db.sql(statement).param("records", records).update());
    }

    private static void apply(ReferralEvent event, TaskStatement task) {
        switch (event) {
            case ReferralEvent.Offered e -> task.offer(e.performer());
            case ReferralEvent.Accepted e -> task.of(e.performer()).is("accepted", ACCEPTED);
            case ReferralEvent.Declined e ->
                task.of(e.performer()).because(e.reason().name()).ends("rejected", DECLINED);
            case ReferralEvent.Released e ->
                task.of(e.performer()).because(e.because().name()).ends("cancelled", CANCELLED);
            case ReferralEvent.Scheduled e ->
                task.of(e.performer()).startsAt(e.startsAt()).is("in-progress", SCHEDULED);
            case ReferralEvent.AppointmentMissed e ->
                task.of(e.performer()).startsAt(null).is("in-progress", MISSED);
            case ReferralEvent.AppointmentCancelled e ->
                task.of(e.performer()).startsAt(null).is("in-progress", APPOINTMENT_CANCELLED);
            case ReferralEvent.Seen e -> task.of(e.performer()).startsAt(null).is("in-progress", SEEN);
            case ReferralEvent.ResultReported e -> task.of(e.performer()).reported();
            case ReferralEvent.CancellationRequested ignored -> task.asksToCancel(CANCELLATION_REQUESTED);
            case ReferralEvent.Cancelled ignored -> task.endsAll("cancelled", CANCELLED);
            case ReferralEvent.Closed ignored -> task.endsAll("completed", CLOSED);
            case ReferralEvent.Received e ->
                task.askedBy(e.requester(), e.number().value().orElse(""));
            case ReferralEvent.Drafted ignored -> {}
            case ReferralEvent.PacketItemAdded ignored -> {}
            case ReferralEvent.PacketItemRemoved ignored -> {}
            case ReferralEvent.WaitlistPositionTold ignored -> {}
            case ReferralEvent.TimeProposed ignored -> {}
            case ReferralEvent.LinkIssued ignored -> {}
            case ReferralEvent.LinkRevoked ignored -> {}
            case ReferralEvent.Snoozed ignored -> {}
            case ReferralEvent.Unsnoozed ignored -> {}
            case ReferralEvent.EndedByDeath ignored -> {}
            case ReferralEvent.EndAcknowledged ignored -> {}
        }
    }
}
