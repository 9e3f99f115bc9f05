package care.throughline.events.transition;

/**
 * The inputs of a LACE score, frozen as they were, and what they gave.
 *
 * @param losDays length of stay in days
 * @param acute admitted as an emergency
 * @param charlson weighted comorbidities
 * @param emergencyVisits visits to an emergency department in the 6 months before admission
 * @param score 0 to 19
 * @param scorer name and version of the scorer, for example {@code lace-1}
 */
public record Lace(int losDays, boolean acute, int charlson, int emergencyVisits, int score, Band band, String scorer) {

    /** Low 0-4, moderate 5-9, high from 10. */
    public enum Band {
        LOW,
        MODERATE,
        HIGH
    }
}
