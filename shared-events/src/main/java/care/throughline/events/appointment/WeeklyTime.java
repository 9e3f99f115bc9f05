package care.throughline.events.appointment;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** A time on one day of every week, in the organisation's zone; it ends on the next day if {@code to} is not after {@code from}. */
public record WeeklyTime(DayOfWeek day, LocalTime from, LocalTime to) {}
