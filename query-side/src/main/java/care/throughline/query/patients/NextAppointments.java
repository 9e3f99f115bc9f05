package care.throughline.query.patients;

import care.throughline.query.calendar.Booking;
import care.throughline.query.calendar.CalendarView;
import java.util.List;

/** What is still to come for a person, the first first; at most three. */
public record NextAppointments(List<Booking> appointments, CalendarView view) {

    private static final int SHOWN = 3;

    static NextAppointments of(List<Booking> all, CalendarView view) {
        return new NextAppointments(
                all.stream()
                        .filter(one -> one.isBooked() && !view.day(one).isBefore(view.today()))
                        .limit(SHOWN)
                        .toList(),
                view);
    }
}
