package care.throughline.query.calendar;

import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Need;
import care.throughline.events.appointment.Readiness;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as far as it matters for what it conflicts with and what is left to do about it.
 *
 * @param startsOn its day in the organisation's zone
 * @param setAt the position of the event that put it at this time
 * @param knownOn the day on which that was told
 * @param toldOn the day on which it was told what came of it, null if it was not
 * @param followedUp whether somebody asked why the patient did not come to it
 */
record Slot(
        String appointment,
        String patient,
        Stage stage,
        Mode mode,
        Instant startsAt,
        Instant endsAt,
        LocalDate startsOn,
        @Nullable Instant confirmedFor,
        Map<Need, Readiness> needs,
        @Nullable String after,
        long setAt,
        LocalDate knownOn,
        @Nullable LocalDate toldOn,
        boolean followedUp,
        long position,
        List<Long> receipt) {

    boolean isBooked() {
        return stage == Stage.BOOKED;
    }

    boolean overlaps(Slot other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }
}
