package care.throughline.events.directory;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** When a performer is open on one day of the week, in the time of the place. */
public record OpeningHours(DayOfWeek day, LocalTime from, LocalTime to) {}
