package care.throughline.command.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A rule that holds from one day to another. */
interface Dated {

    /** Stable, in kebab case. */
    String id();

    LocalDate from();

    /** The last day, or null if there is none yet. */
    @Nullable LocalDate to();

    /** Where the numbers come from. */
    String source();

    /** What is wrong with its parameters, or null if nothing is. */
    @Nullable String fault();

    default boolean holdsOn(LocalDate day) {
        LocalDate last = to();
        return !day.isBefore(from()) && (last == null || !day.isAfter(last));
    }
}
