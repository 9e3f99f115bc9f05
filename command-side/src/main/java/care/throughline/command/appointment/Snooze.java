package care.throughline.command.appointment;

import care.throughline.events.Personal;
import care.throughline.events.appointment.AppointmentEvent.Snoozed;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An appointment put aside.
 *
 * @param at when it was
 * @param startsAt the time at which it stood then, null if at none
 * @param inPlace of another snooze that had not ended
 */
record Snooze(Instant at, @Nullable Instant startsAt, Instant until, Personal<String> reason, boolean inPlace) {

    static Snooze of(Snoozed told, @Nullable Snooze before) {
        boolean inPlace = before != null
                && before.until().isAfter(told.occurredAt())
                && Objects.equals(before.startsAt(), told.startsAt());
        return new Snooze(told.occurredAt(), told.startsAt(), told.until(), told.reason(), inPlace);
    }

    boolean is(Instant otherUntil, Personal<String> otherReason) {
        return until.equals(otherUntil) && reason.equals(otherReason);
    }
}
