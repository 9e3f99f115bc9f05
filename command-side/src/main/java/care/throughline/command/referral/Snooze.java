package care.throughline.command.referral;

import care.throughline.events.Personal;
import care.throughline.events.referral.ReferralEvent.Snoozed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A referral put aside.
 *
 * @param at when it was
 * @param inPlace of another snooze that had not ended
 */
record Snooze(Instant at, Instant until, Personal<String> reason, boolean inPlace) {

    static Snooze of(Snoozed told, @Nullable Snooze before) {
        boolean inPlace = before != null && before.until().isAfter(told.occurredAt());
        return new Snooze(told.occurredAt(), told.until(), told.reason(), inPlace);
    }

    boolean is(Instant otherUntil, Personal<String> otherReason) {
        return until.equals(otherUntil) && reason.equals(otherReason);
    }
}
