package care.throughline.query.desk;

import care.throughline.query.calendar.Booking;
import care.throughline.query.calendar.CalendarLabels;
import care.throughline.query.calendar.Duty.Task;
import care.throughline.query.desk.FindWorklist.Place;
import care.throughline.query.web.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something left to do about appointments, as the desk tells it.
 *
 * @param what is to be done
 * @param about the appointment, when and what, or that there are several
 * @param due by when, and whether that is over
 * @param tone the class that gives it its colour
 */
public record ShownAppointment(Chore chore, String what, String about, String due, String tone) implements Shown {

    static ShownAppointment of(Chore chore, LocalDate today, ZoneId zone) {
        LocalDate by = chore.due();
        boolean late = by.isBefore(today);
        String what = what(chore);
        return new ShownAppointment(
                chore,
                what,
                about(chore, zone),
                late ? what + ": was due " + Words.day(by) : what + " by " + Words.day(by),
                late ? "is-late" : by.isAfter(today.plusDays(1)) ? "is-calm" : "is-soon");
    }

    @Override
    public String item() {
        return chore.place().item();
    }

    @Override
    public Place place() {
        return chore.place();
    }

    @Override
    public String who() {
        return Words.name(chore.family(), chore.given());
    }

    /** What is missing, in words; empty if it is something else than making ready. */
    public String missing() {
        String tasks = chore.tasks().stream().map(CalendarLabels::of).collect(Collectors.joining(", "));
        return tasks.isEmpty() ? "" : tasks.substring(0, 1).toUpperCase(Locale.ROOT) + tasks.substring(1);
    }

    /** Why it is on the desk. */
    public String reason() {
        return switch (chore.kind()) {
            case PREPARE ->
                chore.tasks().contains(Task.CONFLICT)
                        ? "The appointment does not fit with what else the patient is bound to."
                        : "The appointment is near and not everything is ready.";
            case OUTCOME -> "The day of the appointment is over and nobody has said what came of it.";
            case FOLLOW_UP -> "The patient did not come, and nobody has asked yet what stood in the way.";
            case REVIEW -> "Several appointments could not be kept within half a year.";
        };
    }

    /** What happens if nobody acts. */
    public String otherwise() {
        return switch (chore.kind()) {
            case PREPARE -> "The patient may not come, or not be understood.";
            case OUTCOME -> "The visit may have to be made up for, and nobody knows.";
            case FOLLOW_UP -> "What stood in the way stands there the next time, too.";
            case REVIEW -> "The patient goes on missing what they need.";
        };
    }

    /** Where it is worked on. */
    public String path() {
        return chore.appointment() == null
                ? "/patients/" + chore.person() + "/calendar"
                : "/calendar/appointments/" + chore.appointment();
    }

    private static String what(Chore chore) {
        return switch (chore.kind()) {
            case PREPARE -> chore.tasks().contains(Task.CONFLICT) ? "Settle the conflict" : "Make it ready";
            case OUTCOME -> "Ask what came of it";
            case FOLLOW_UP -> "Ask what stood in the way";
            case REVIEW -> "Barrier review";
        };
    }

    private static String about(Chore chore, ZoneId zone) {
        Booking booking = chore.booking();
        if (booking == null) {
            return "Several missed appointments";
        }
        return CalendarLabels.of(booking.purpose()) + " " + CalendarLabels.of(booking.mode()) + ", "
                + Words.moment(booking.startsAt(), zone);
    }
}
