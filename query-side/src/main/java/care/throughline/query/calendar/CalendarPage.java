package care.throughline.query.calendar;

import care.throughline.query.calendar.FindAppointments.Show;
import java.time.LocalDate;
import java.util.List;

/**
 * What the page of a calendar shows.
 *
 * @param path of the page, of everybody's or of one person's calendar
 * @param asList one below the other instead of day by day
 */
public record CalendarPage(
        String path, FindAppointments asked, List<Booking> bookings, boolean asList, CalendarView view) {

    public List<LocalDate> days() {
        return asked.from().datesUntil(asked.until()).toList();
    }

    /** The appointments of one day, the first first. */
    public List<Booking> on(LocalDate day) {
        return bookings.stream().filter(one -> view.day(one).equals(day)).toList();
    }

    /** The address of the same calendar from another day on. */
    public String from(LocalDate day) {
        return address(day, asked.show(), asList);
    }

    /** The address of the same days with others shown. */
    public String showing(Show show) {
        return address(asked.from(), show, asList);
    }

    public LocalDate next() {
        return asked.until();
    }

    public LocalDate previous() {
        return asked.from().minusDays(asked.days());
    }

    private String address(LocalDate day, Show show, boolean list) {
        return path + "?from=" + day + "&show=" + show + "&view=" + (list ? "list" : "week") + "&coordinator="
                + asked.coordinator();
    }
}
