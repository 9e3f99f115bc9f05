package care.throughline.query.calendar;

import java.time.LocalDate;

/** What the house asks for around appointments; infra knows it from the rule pack. */
@FunctionalInterface
public interface AppointmentRules {

    /** The rule that holds on that day, in the organisation's zone. */
    Rule on(LocalDate day);

    /**
     * One rule; all figures but minutes and misses are calendar days.
     *
     * @param confirmWithinDays so long before an appointment it is asked whether the patient comes
     * @param outcomeDays so long after it somebody may take to learn what came of it
     * @param followUpDays so long after it was told that nobody came, the patient is asked why
     * @param travelMinutes between two places
     * @param reviewAfterMissed so many missed appointments within {@code reviewWithinDays} ask for a barrier review
     * @param reviewDays so long may pass until it is held
     */
    record Rule(
            String id,
            String version,
            int confirmWithinDays,
            int outcomeDays,
            int followUpDays,
            int travelMinutes,
            int reviewAfterMissed,
            int reviewWithinDays,
            int reviewDays) {}
}
