package care.throughline.command.transition;

import care.throughline.events.PatientId;
import care.throughline.events.StayId;
import care.throughline.events.stay.StayPicture;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What the reconciler knows: it learns from events, and the same event twice or too late teaches it nothing. */
interface Journeys {

    /**
     * Keeps a visit as it stands.
     *
     * @param diagnoses ICD-10-CM codes told with it now, added to those known
     * @param version of the stay: its event's sequence number
     * @return the records concerned: those under which it is and was told; empty if nothing changed
     */
    Set<PatientId> keep(StayPicture picture, Set<String> diagnoses, long version);

    /**
     * Changes what is known of a record.
     *
     * @param version of the record: its event's sequence number
     * @return false if that was known
     */
    boolean change(PatientId patient, long version, UnaryOperator<PersonRecord> change);

    /** The person that this record belongs to, merges followed both ways. */
    Person personOf(PatientId patient);

    /** The plan last carried out for a stay, in its printed form. */
    Optional<String> planOf(StayId stay);

    void remember(StayId stay, String plan);
}
