package care.throughline.query.desk;

import care.throughline.query.Accesses;
import care.throughline.query.calendar.Booking;
import care.throughline.query.calendar.Duty;
import care.throughline.query.desk.FindWorklist.Place;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something left to do about appointments.
 *
 * @param appointment null if it is about several
 * @param tasks what is missing until the appointment is ready, empty if it is something else
 * @param booking the appointment as it stands, null if it is about several
 * @param snooze until when it was put aside, and why; null if nobody did
 * @param receipt the positions of the events that it follows from
 */
public record Chore(
        Place place,
        Duty.Kind kind,
        @Nullable String appointment,
        String patient,
        String person,
        @Nullable String family,
        @Nullable String given,
        String coordinator,
        List<Duty.Task> tasks,
        @Nullable Booking booking,
        Line.@Nullable Snooze snooze,
        String rule,
        long position,
        List<Long> receipt) {

    /** The records it speaks of. */
    List<String> records() {
        return List.of(patient, person);
    }

    /** The same, without whose it is. */
    Chore veiled() {
        return new Chore(
                place,
                kind,
                appointment,
                patient,
                person,
                Accesses.CLOSED,
                null,
                coordinator,
                tasks,
                booking,
                snooze == null ? null : new Line.Snooze(snooze.until(), ""),
                rule,
                position,
                receipt);
    }

    /** With the appointment it is about. */
    Chore about(@Nullable Booking found) {
        return new Chore(
                place,
                kind,
                appointment,
                patient,
                person,
                family,
                given,
                coordinator,
                tasks,
                found,
                snooze,
                rule,
                position,
                receipt);
    }

    LocalDate due() {
        return place.nextDue();
    }
}
