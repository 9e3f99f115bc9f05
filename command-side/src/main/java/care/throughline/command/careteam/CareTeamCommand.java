package care.throughline.command.careteam;

import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of a patient's care team. */
public sealed interface CareTeamCommand {

    PatientId patient();

    @TargetAggregateIdentifier
    default CareTeamId team() {
        return CareTeamId.of(patient());
    }

    /**
     * Makes somebody accountable where nobody is; a supervisor may also relieve whoever is.
     *
     * @param by who decides: the coordinator who takes the patient, or a supervisor
     * @param supervisor whether {@code by} acts as a supervisor
     */
    record AssignCoordinator(PatientId patient, StaffId coordinator, StaffId by, boolean supervisor, Instant at)
            implements CareTeamCommand {}

    /** The accountable coordinator asks a colleague to take over; nothing changes until that one accepts. */
    record OfferHandoff(PatientId patient, StaffId from, StaffId to, String reason, Instant at)
            implements CareTeamCommand {}

    record AcceptHandoff(PatientId patient, StaffId by, Instant at) implements CareTeamCommand {}

    record DeclineHandoff(PatientId patient, StaffId by, String reason, Instant at) implements CareTeamCommand {}

    /** Makes the coordinator of a record that was merged into this one accountable here, if nobody is. */
    record Inherit(PatientId patient, StaffId coordinator, Instant at) implements CareTeamCommand {}

    /** Takes back the assignment of that moment, if nothing has happened since. */
    record TakeBackAssignment(PatientId patient, StaffId coordinator, Instant assignedAt, StaffId by, Instant at)
            implements CareTeamCommand {}

    /** Changes nothing; answers who is {@link Accountability accountable}. */
    record AskCoordinator(PatientId patient) implements CareTeamCommand {}
}
