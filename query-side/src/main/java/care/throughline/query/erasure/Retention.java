package care.throughline.query.erasure;

import care.throughline.events.erasure.RecordClass;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The retention schedule with what is due by it.
 *
 * @param day on which it was looked, in the organisation's zone
 */
public record Retention(LocalDate day, List<Line> lines) {

    /**
     * One class of records.
     *
     * @param before records that ended before this day are due
     * @param due how many are
     */
    public record Line(RecordClass recordClass, int months, String source, LocalDate before, int due) {}

    /** Somebody whose retention period is over. */
    public record Person(String patient, @Nullable String name, LocalDate lastNews) {}
}
