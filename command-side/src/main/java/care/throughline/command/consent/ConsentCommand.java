package care.throughline.command.consent;

import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.consent.ConsentId;
import care.throughline.events.consent.Terms;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask about the consents of a person. */
public sealed interface ConsentCommand {

    PatientId patient();

    @TargetAggregateIdentifier
    default ConsentsId consents() {
        return ConsentsId.of(patient());
    }

    /** Records what was signed; changes nothing while the same terms are in force.
     *
     * @param form where the signed form lies, and what it says in the person's own words
     * @param today the day of {@code at} in the organisation's zone
     */
    record Give(PatientId patient, ConsentId consent, Terms terms, StaffId by, String form, LocalDate today, Instant at)
            implements ConsentCommand {}

    /** Takes a consent back from now on; changes nothing if it was taken back before.
     *
     * @param words how it was told
     */
    record Revoke(PatientId patient, ConsentId consent, StaffId by, String words, Instant at)
            implements ConsentCommand {}
}
