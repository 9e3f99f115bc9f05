package care.throughline.command.referral;

import care.throughline.events.PerformerId;
import care.throughline.events.Personal;
import care.throughline.events.referral.ReferralStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with the performer who accepted.
 *
 * @param status from {@code ACCEPTED} to {@code SEEN}, or {@code CANCELLATION_REQUESTED}
 * @param place on the performer's waitlist, 0 if it is on none
 * @param proposed a time that waits to be taken
 * @param startsAt of the appointment that stands
 * @param result what was reported back, if anything was
 */
record Hold(
        PerformerId performer,
        Instant acceptedAt,
        ReferralStatus status,
        int place,
        @Nullable Instant proposed,
        @Nullable Instant startsAt,
        @Nullable Personal<String> result) {

    static Hold accepted(PerformerId performer, Instant at) {
        return new Hold(performer, at, ReferralStatus.ACCEPTED, 0, null, null, null);
    }

    /** In this state from now on, with this appointment or none. */
    Hold now(ReferralStatus next, @Nullable Instant appointment) {
        return new Hold(performer, acceptedAt, next, place, null, appointment, result);
    }

    Hold waitlisted(int next) {
        return new Hold(performer, acceptedAt, status, next, proposed, startsAt, result);
    }

    Hold proposing(Instant time) {
        return new Hold(performer, acceptedAt, status, place, time, startsAt, result);
    }

    Hold reported(Personal<String> told) {
        return new Hold(performer, acceptedAt, status, place, proposed, startsAt, told);
    }
}
