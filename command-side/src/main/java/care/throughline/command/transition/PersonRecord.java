package care.throughline.command.transition;

import care.throughline.events.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one patient record contributes to the journey of a person.
 *
 * @param survivor the record it was merged into, null if into none
 * @param countsFrom what was told under it up to then does not count, because a source retired it; null if all counts
 * @param life whether the person was told to be dead, null if nobody said
 */
record PersonRecord(
        PatientId patient,
        @Nullable PatientId survivor,
        @Nullable Instant countsFrom,
        @Nullable Life life) {

    /**
     * A word about life or death.
     *
     * @param diedAt null if alive, or if nobody said when
     */
    record Life(boolean dead, @Nullable Instant diedAt, Instant toldAt) {}

    static PersonRecord of(PatientId patient) {
        return new PersonRecord(patient, null, null, null);
    }

    PersonRecord mergedInto(PatientId survivor, @Nullable Instant countsFrom) {
        return new PersonRecord(patient, survivor, countsFrom, life);
    }

    PersonRecord alone() {
        return new PersonRecord(patient, null, null, life);
    }

    PersonRecord told(Life word) {
        return new PersonRecord(patient, survivor, countsFrom, word);
    }
}
