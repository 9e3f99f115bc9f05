package care.throughline.query.overnight;

import care.throughline.query.Holidays;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When the last shift ended: at five in the afternoon of the previous working day, in the organisation's zone. */
final class ShiftEnd {

    private static final LocalTime FIVE = LocalTime.of(17, 0);

    private ShiftEnd() {}

    static Instant before(Instant now, ZoneId zone, Holidays holidays) {
        LocalDate day = LocalDate.ofInstant(now, zone).minusDays(1);
        while (isWeekend(day) || holidays.contains(day)) {
            day = day.minusDays(1);
        }
        return day.atTime(FIVE).atZone(zone).toInstant();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
