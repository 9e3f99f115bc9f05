package care.throughline.command.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long after a discharge something is due.
 *
 * @param calendar whose holidays are no business days
 * @param windowDays the discharge day is the first of them
 */
record ClockRule(
        String id,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        String calendar,
        int contactBusinessDays,
        int visitDaysHigh,
        int visitDaysModerate,
        int windowDays)
        implements Dated {

    @Override
    public @Nullable String fault() {
        if (contactBusinessDays < 1 || visitDaysHigh < 1 || windowDays < 1) {
            return "contactBusinessDays, visitDaysHigh and windowDays must be at least 1";
        }
        return visitDaysModerate < visitDaysHigh ? "visitDaysModerate must not be less than visitDaysHigh" : null;
    }
}
