package care.throughline.query.overnight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When the last shift ended: at five in the afternoon of the previous weekday, in the organisation's zone. */
final class ShiftEnd {

    private static final LocalTime FIVE = LocalTime.of(17, 0);

    private ShiftEnd() {}

    /** Holidays are no exception here: the page takes another moment as its parameter. */
    static Instant before(Instant now, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(now, zone).minusDays(1);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.minusDays(1);
        }
        return day.atTime(FIVE).atZone(zone).toInstant();
    }
}
