package care.throughline.query.calendar;

import care.throughline.events.appointment.WeeklyTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A commitment as it recurs every week from {@code since} to {@code until}. */
record Bound(
        String commitment,
        List<WeeklyTime> times,
        LocalDate since,
        @Nullable LocalDate until) {

    /** One time at which it holds. */
    record Occurrence(Instant from, Instant to) {}

    /** Its times that begin on this day, as the clocks of that day show them. */
    Stream<Occurrence> on(LocalDate day, ZoneId zone) {
        if (day.isBefore(since) || (until != null && day.isAfter(until))) {
            return Stream.empty();
        }
        return times.stream().filter(time -> time.day() == day.getDayOfWeek()).map(time -> occurrence(time, day, zone));
    }

    private static Occurrence occurrence(WeeklyTime time, LocalDate day, ZoneId zone) {
        LocalDateTime from = day.atTime(time.from());
        LocalDateTime to = day.atTime(time.to());
        return new Occurrence(
                from.atZone(zone).toInstant(),
                (to.isAfter(from) ? to : to.plusDays(1)).atZone(zone).toInstant());
    }
}
