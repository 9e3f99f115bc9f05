package care.throughline.query.calendar;

import care.throughline.query.calendar.Standing.Commitment;
import care.throughline.query.directory.Entry;
import care.throughline.query.web.Words;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/**
 * What the calendar of one person shows.
 *
 * @param week the days that are shown
 * @param performers whom an appointment can be with
 */
public record PersonPage(
        String patient,
        String name,
        PersonCalendar calendar,
        CalendarPage week,
        List<Entry> performers,
        CalendarView view) {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    /** What is still to come, the first first. */
    public List<Booking> coming() {
        return calendar.appointments().stream()
                .filter(one -> one.isBooked() && !view.day(one).isBefore(view.today()))
                .toList();
    }

    /** What is over, the last first. */
    public List<Booking> past() {
        return calendar.appointments().stream()
                .filter(one -> !coming().contains(one))
                .sorted(Comparator.comparing(Booking::startsAt).reversed())
                .toList();
    }

    public List<Commitment> commitments() {
        return calendar.standing().commitments();
    }

    /** A time to begin with: a week from today at ten. */
    public String suggestedTime() {
        LocalDate day = view.today().plusDays(7);
        return day.atTime(MORNING).toString();
    }

    /** {@code Tue Nov 10}. */
    public String day(LocalDate day) {
        return Words.day(day);
    }
}
