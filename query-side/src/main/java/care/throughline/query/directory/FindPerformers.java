package care.throughline.query.directory;

import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Specialty;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * Asks who can take a referral; null asks for any.
 *
 * @param language a tag of two or three letters
 * @param openOn open on that day of the week
 */
public record FindPerformers(
        @Nullable Specialty specialty,
        @Nullable String language,
        @Nullable Capacity capacity,
        @Nullable DayOfWeek openOn) {}
