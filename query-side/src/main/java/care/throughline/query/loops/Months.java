package care.throughline.query.loops;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** From the first day of one month to the last of another, in the organisation's time zone. */
public record Months(YearMonth since, YearMonth until) {

    private static final int SHOWN = 12;

    /** Those that were asked for; the twelve up to now where nothing was said. */
    static Months of(@Nullable YearMonth since, @Nullable YearMonth until, LocalDate today) {
        YearMonth last = until == null ? YearMonth.from(today) : until;
        return new Months(since == null ? last.minusMonths(SHOWN - 1L) : since, last);
    }

    LocalDate first() {
        return since.atDay(1);
    }

    LocalDate last() {
        return until.atEndOfMonth();
    }
}
