package care.throughline.command.disclosure;

import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.disclosure.Basis;
import care.throughline.events.disclosure.DisclosureId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can tell of a disclosure. */
public sealed interface DisclosureCommand {

    @TargetAggregateIdentifier
    DisclosureId disclosure();

    PatientId patient();

    /**
     * Something was told of the patient to somebody outside.
     *
     * @param address of the recipient, empty if not known
     * @param disclosedAt when it was told
     * @param now the moment of recording; nothing is recorded in advance
     */
    record RecordDisclosure(
            DisclosureId disclosure,
            PatientId patient,
            StaffId by,
            Basis basis,
            String recipient,
            String address,
            String what,
            String purpose,
            Instant disclosedAt,
            Instant now)
            implements DisclosureCommand {}

    /** It was recorded in error. */
    record WithdrawDisclosure(DisclosureId disclosure, PatientId patient, StaffId by, String reason, Instant at)
            implements DisclosureCommand {}
}
