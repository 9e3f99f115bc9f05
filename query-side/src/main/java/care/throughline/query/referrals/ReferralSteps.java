package care.throughline.query.referrals;

import static care.throughline.events.referral.ReferralStatus.ACCEPTED;
import static care.throughline.events.referral.ReferralStatus.APPOINTMENT_CANCELLED;
import static care.throughline.events.referral.ReferralStatus.CANCELLATION_REQUESTED;
import static care.throughline.events.referral.ReferralStatus.CANCELLED;
import static care.throughline.events.referral.ReferralStatus.CLOSED;
import static care.throughline.events.referral.ReferralStatus.CREATED;
import static care.throughline.events.referral.ReferralStatus.DECLINED;
import static care.throughline.events.referral.ReferralStatus.MISSED;
import static care.throughline.events.referral.ReferralStatus.SCHEDULED;
import static care.throughline.events.referral.ReferralStatus.SEEN;

import care.throughline.events.referral.ReferralEvent;
import care.throughline.query.Envelope;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says what each thing that happens to a referral writes into its rows. */
final class ReferralSteps {

    private static final String NO_APPOINTMENT = "proposed_at = null, starts_at = null";

    private final JdbcClient db;
    private final ZoneId zone;

    ReferralSteps(JdbcClient db, ZoneId zone) {
        this.db = db;
        this.zone = zone;
    }

    void apply(ReferralEvent event, Envelope envelope) {
        ReferralStatement row = new ReferralStatement(db, event, envelope);
        switch (event) {
            case ReferralEvent.Drafted e ->
                row.with("on", LocalDate.ofInstant(e.occurredAt(), zone)).draft(e);
            case ReferralEvent.Received e ->
                row.with("asker", e.requester().value())
                        .set("asked_by = :asker")
                        .run();
            case ReferralEvent.PacketItemAdded e ->
                row.with("item", e.item().name())
                        .set("packet = array(select distinct unnest(packet || :item::text) order by 1)")
                        .run();
            case ReferralEvent.PacketItemRemoved e ->
                row.with("item", e.item().name())
                        .set("packet = array_remove(packet, :item)")
                        .run();
            case ReferralEvent.Offered e ->
                row.offer(e).due(e.due()).enter(CREATED).run();
            case ReferralEvent.Accepted e ->
                row.answer(e.performer(), "ACCEPTED", null)
                        .set("performer_id = :performer")
                        .due(e.due())
                        .enter(ACCEPTED)
                        .run();
            case ReferralEvent.Released e ->
                row.answer(e.performer(), "RELEASED", e.because().name()).run();
            case ReferralEvent.Declined e -> declined(row, e);
            case ReferralEvent.WaitlistPositionTold e -> row.place(e).run();
            case ReferralEvent.TimeProposed e ->
                row.moment("proposed", e.startsAt())
                        .set("proposed_at = :proposed")
                        .run();
            case ReferralEvent.Scheduled e ->
                row.moment("starts", e.startsAt())
                        .set("starts_at = :starts, proposed_at = null")
                        .due(e.due())
                        .enter(SCHEDULED)
                        .run();
            case ReferralEvent.AppointmentMissed e ->
                row.set(NO_APPOINTMENT).due(e.due()).enter(MISSED).run();
            case ReferralEvent.AppointmentCancelled e ->
                row.set(NO_APPOINTMENT)
                        .due(e.due())
                        .enter(APPOINTMENT_CANCELLED)
                        .run();
            case ReferralEvent.Seen e ->
                row.set(NO_APPOINTMENT).due(e.due()).enter(SEEN).run();
            case ReferralEvent.ResultReported e ->
                row.set("result_back = true").due(e.due()).run();
            case ReferralEvent.CancellationRequested e -> cancelling(row, e);
            case ReferralEvent.LinkIssued e -> row.link(e).run();
            case ReferralEvent.LinkRevoked e -> row.unlink(e.performer()).run();
            case ReferralEvent.Snoozed e ->
                row.moment("snoozedUntil", e.until())
                        .with("snoozeReason", e.reason().value().orElse(""))
                        .run();
            case ReferralEvent.Unsnoozed ignored -> row.run();
            case ReferralEvent.EndedByDeath e -> row.notice(e.due()).run();
            case ReferralEvent.EndAcknowledged ignored -> row.noticed().run();
            case ReferralEvent.Cancelled ignored -> row.over().enter(CANCELLED).run();
            case ReferralEvent.Closed ignored -> row.over().enter(CLOSED).run();
        }
    }

    /** While others are still asked, nothing else changes. */
    private static void declined(ReferralStatement row, ReferralEvent.Declined event) {
        row.answer(event.performer(), "DECLINED", event.reason().name());
        if (event.due() != null) {
            row.set("performer_id = null, " + NO_APPOINTMENT).due(event.due()).enter(DECLINED);
        }
        row.run();
    }

    private static void cancelling(ReferralStatement row, ReferralEvent.CancellationRequested event) {
        if (event.due() != null) {
            row.due(event.due());
        }
        row.enter(CANCELLATION_REQUESTED).run();
    }
}
