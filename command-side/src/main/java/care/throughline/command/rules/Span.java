package care.throughline.command.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;

/** How long something may take: calendar days or months, of which the last counts whole, or hours to the minute. */
public record Span(TemporalAmount amount) {

    /** Written as ISO 8601 has it: {@code P7D}, {@code P4M}, {@code PT72H}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Span parse(String text) {
        return new Span(text.startsWith("PT") ? Duration.parse(text) : Period.parse(text));
    }

    /** The first instant that is too late, counted from the day after, or from the minute itself. */
    public Instant end(Instant from, ZoneId zone) {
        if (amount instanceof Duration hours) {
            return from.plus(hours);
        }
        LocalDate last = LocalDate.ofInstant(from, zone).plus(amount);
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
