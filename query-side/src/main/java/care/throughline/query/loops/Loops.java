package care.throughline.query.loops;

import static care.throughline.query.loops.Milestone.ACCEPTED;
import static care.throughline.query.loops.Milestone.APPOINTMENT_CANCELLED;
import static care.throughline.query.loops.Milestone.CANCELLATION_REQUESTED;
import static care.throughline.query.loops.Milestone.CANCELLED;
import static care.throughline.query.loops.Milestone.CLOSED;
import static care.throughline.query.loops.Milestone.DECLINED;
import static care.throughline.query.loops.Milestone.MISSED;
import static care.throughline.query.loops.Milestone.REPORTED;
import static care.throughline.query.loops.Milestone.SCHEDULED;
import static care.throughline.query.loops.Milestone.SEEN;
import static care.throughline.query.loops.Milestone.SENT;

import care.throughline.events.referral.ReferralEvent;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down when every referral reached what; it holds nothing of a person but the record's id. */
@Component
class Loops implements Projection {

    static final String NAME = "loops";

    private static final String DDL = """
            create table loop (
                referral_id  text primary key,
                patient_id   text not null,
                specialty    text not null,
                performer_id text,
                sent_on      date,
                closed_on    date,
                cancelled_on date
            );
            create index on loop (sent_on) where sent_on is not null;

            -- Everything it ever reached, each with the performer it was about, if it was about one.
            create table milestone (
                referral_id  text not null,
                position     bigint not null,
                milestone    text not null,
                performer_id text,
                at           timestamptz not null,
                day          date not null,
                primary key (referral_id, position)
            );
            create index on milestone (milestone, day);

            -- Whom each performer has seen, and how many days after it was first asked.
            create table seen (
                referral_id  text not null,
                performer_id text not null,
                patient_id   text not null,
                asked_on     date not null,
                seen_on      date not null,
                receipt      bigint[] not null,
                primary key (referral_id, performer_id)
            );
            create index on seen (performer_id, seen_on);
            """;

    private static final String SEE = """
            insert into seen (referral_id, performer_id, patient_id, asked_on, seen_on, receipt)
            select l.referral_id, :performer, l.patient_id, m.day, :day, array[m.position, :position::bigint]
            from loop l join milestone m using (referral_id)
            where l.referral_id = :referral and m.milestone = 'SENT' and m.performer_id = :performer
            order by m.at, m.position limit 1
            on conflict (referral_id, performer_id) do nothing
            """;

    /** The loop of what somebody else asks of us is closed by whoever asks. */
    private static final List<String> NOT_OURS = List.of(
            "delete from milestone where referral_id = :referral", "delete from loop where referral_id = :referral");

    private final JdbcClient db;
    private final ZoneId zone;

    Loops(JdbcClient db, ZoneId zone) {
        this.db = db;
        this.zone = zone;
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
        MilestoneStatement row = new MilestoneStatement(db, event, envelope.position(), zone);
        switch (event) {
            case ReferralEvent.Drafted e -> row.draft(e);
            case ReferralEvent.Received ignored -> NOT_OURS.forEach(row::run);
            case ReferralEvent.Offered e -> row.reach(SENT, e.performer()).set("sent_on = coalesce(sent_on, :day)");
            case ReferralEvent.Accepted e -> row.reach(ACCEPTED, e.performer()).set("performer_id = :performer");
            case ReferralEvent.Declined e -> declined(row, e);
            case ReferralEvent.Scheduled e -> row.reach(SCHEDULED, e.performer());
            case ReferralEvent.AppointmentMissed e -> row.reach(MISSED, e.performer());
            case ReferralEvent.AppointmentCancelled e -> row.reach(APPOINTMENT_CANCELLED, e.performer());
            case ReferralEvent.Seen e -> row.reach(SEEN, e.performer()).run(SEE);
            case ReferralEvent.ResultReported e -> row.reach(REPORTED, e.performer());
            case ReferralEvent.CancellationRequested ignored -> row.reach(CANCELLATION_REQUESTED, null);
            case ReferralEvent.Cancelled ignored -> row.reach(CANCELLED, null).set("cancelled_on = :day");
            case ReferralEvent.Closed ignored -> row.reach(CLOSED, null).set("closed_on = :day");
            case ReferralEvent.PacketItemAdded ignored -> {}
            case ReferralEvent.PacketItemRemoved ignored -> {}
            case ReferralEvent.Released ignored -> {}
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

    /** A referral is declined when nobody is left who could accept. */
    private static void declined(MilestoneStatement row, ReferralEvent.Declined event) {
        if (event.due() != null) {
            row.reach(DECLINED, event.performer()).set("performer_id = null");
        }
    }
}
