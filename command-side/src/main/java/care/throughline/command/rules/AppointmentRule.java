package care.throughline.command.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the house asks for around appointments; all figures but minutes and misses are calendar days.
 *
 * @param confirmWithinDays so long before an appointment it is asked whether the patient comes
 * @param outcomeDays so long after it somebody may take to learn what came of it
 * @param followUpDays so long after it was told that nobody came, the patient is asked why
 * @param travelMinutes between two places
 * @param reviewAfterMissed so many missed within {@code reviewWithinDays} ask for a barrier review
 * @param reviewDays so long may pass until it is held
 */
public record AppointmentRule(
        String id,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        int confirmWithinDays,
        int outcomeDays,
        int followUpDays,
        int travelMinutes,
        int reviewAfterMissed,
        int reviewWithinDays,
        int reviewDays)
        implements Dated {

    @Override
    public @Nullable String fault() {
        return reviewAfterMissed < 1 ? "a review needs at least one missed appointment" : null;
    }
}
