package care.throughline.query.authorizations;

import care.throughline.events.referral.ReferralEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follows when the visits of referrals are: an approval has to last until then. */
final class Bookings {

    private final JdbcClient db;
    private final ZoneId zone;

    Bookings(JdbcClient db, ZoneId zone) {
        this.db = db;
        this.zone = zone;
    }

    void follow(ReferralEvent event) {
        switch (event) {
            case ReferralEvent.Drafted drafted -> begin(drafted);
            case ReferralEvent.Scheduled scheduled -> visit(event, scheduled.startsAt());
            case ReferralEvent.AppointmentMissed ignored -> visit(event, null);
            case ReferralEvent.AppointmentCancelled ignored -> visit(event, null);
            case ReferralEvent.Declined ignored -> visit(event, null);
            case ReferralEvent.Seen ignored -> settle(event);
            case ReferralEvent.Cancelled ignored -> settle(event);
            case ReferralEvent.Closed ignored -> settle(event);
            case ReferralEvent.EndedByDeath ignored -> settle(event);
            case ReferralEvent.Received ignored -> {}
            case ReferralEvent.PacketItemAdded ignored -> {}
            case ReferralEvent.PacketItemRemoved ignored -> {}
            case ReferralEvent.Offered ignored -> {}
            case ReferralEvent.Accepted ignored -> {}
            case ReferralEvent.Released ignored -> {}
            case ReferralEvent.WaitlistPositionTold ignored -> {}
            case ReferralEvent.TimeProposed ignored -> {}
            case ReferralEvent.ResultReported ignored -> {}
            case ReferralEvent.CancellationRequested ignored -> {}
            case ReferralEvent.LinkIssued ignored -> {}
            case ReferralEvent.LinkRevoked ignored -> {}
            case ReferralEvent.Snoozed ignored -> {}
            case ReferralEvent.Unsnoozed ignored -> {}
            case ReferralEvent.EndAcknowledged ignored -> {}
        }
    }

    private void begin(ReferralEvent.Drafted event) {
        db.sql("insert into booking (referral_id, patient_id) values (:referral, :patient) on conflict do nothing")
                .param("referral", event.referral().value())
                .param("patient", event.patient().value())
                .update();
    }

    private void visit(ReferralEvent event, @Nullable Instant startsAt) {
        db.sql("update booking set visit_on = :day::date where referral_id = :referral")
                .param("day", startsAt == null ? null : LocalDate.ofInstant(startsAt, zone))
                .param("referral", event.referral().value())
                .update();
    }

    private void settle(ReferralEvent event) {
        db.sql("update booking set settled = true where referral_id = :referral")
                .param("referral", event.referral().value())
                .update();
    }
}
