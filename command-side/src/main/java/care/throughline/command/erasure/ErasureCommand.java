package care.throughline.command.erasure;

import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.erasure.ErasureId;
import care.throughline.events.erasure.Grounds.Asker;
import care.throughline.events.erasure.Grounds.Exemption;
import care.throughline.events.erasure.Grounds.Ground;
import care.throughline.events.erasure.Scope;
import care.throughline.events.erasure.Span;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of the file on erasing a person. */
public sealed interface ErasureCommand {

    PatientId patient();

    @TargetAggregateIdentifier
    default ErasureId erasure() {
        return ErasureId.of(patient());
    }

    /** Somebody in the house puts forward that the person be erased, in whose name and on what ground. */
    record Request(PatientId patient, StaffId by, Asker asker, Ground ground, String reason, Instant at)
            implements ErasureCommand {}

    /** Nothing may be destroyed until the hold is lifted. */
    record PlaceHold(PatientId patient, StaffId by, String reason, Instant at) implements ErasureCommand {}

    record LiftHold(PatientId patient, StaffId by, String reason, Instant at) implements ErasureCommand {}

    record Refuse(PatientId patient, StaffId by, Exemption exemption, String reason, Instant at)
            implements ErasureCommand {}

    /** A second person agrees; what follows cannot be undone. */
    record Approve(PatientId patient, StaffId by, Instant at) implements ErasureCommand {}

    /** Settles what is destroyed, and closes the way back. */
    record Begin(PatientId patient, Scope scope, Instant at) implements ErasureCommand {}

    /** The keys are gone. */
    record Finish(PatientId patient, List<Span> affected, Instant at) implements ErasureCommand {}

    /** A restored backup knows nothing of this erasure, which the list kept apart tells of: its keys are gone again. */
    record Repeat(
            PatientId patient, Scope scope, StaffId requestedBy, StaffId approvedBy, List<Span> affected, Instant at)
            implements ErasureCommand {}

    /** It was looked everywhere, and nothing is left. */
    record Certify(PatientId patient, List<String> readModels, int deadLetters, Instant at) implements ErasureCommand {}

    /** Changes nothing; answers how the file {@link Standing stands}. */
    record AskStanding(PatientId patient) implements ErasureCommand {}
}
