package care.throughline.query.calendar;

import care.throughline.query.timeline.Moments.Moment;
import care.throughline.query.web.Words;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What the page of one appointment shows.
 *
 * @param others the person's other appointments that could come before it
 * @param moments all that was told of it here, the first first
 */
public record BookingPage(Booking booking, List<Booking> others, List<Moment> moments, CalendarView view) {

    public String name() {
        return Words.name(booking.family(), booking.given());
    }

    /** Its time as a form shows it. */
    public String local() {
        return LocalDateTime.ofInstant(booking.startsAt(), view.zone()).toString();
    }

    public long minutes() {
        return Duration.between(booking.startsAt(), booking.endsAt()).toMinutes();
    }

    /** True if it can have begun, so that something came of it. */
    public boolean hasBegun() {
        return !view.day(booking).isAfter(view.today());
    }

    /** Where its time stands and is changed. */
    public String elsewhere() {
        return booking.source().startsWith("ref_")
                ? "/referrals/" + booking.source()
                : "/desk?filter=all&open=" + booking.source();
    }

    /** Whether it was missed and nobody asked why. */
    public boolean asksWhy() {
        return booking.stage() == Stage.MISSED && !booking.followedUp();
    }
}
