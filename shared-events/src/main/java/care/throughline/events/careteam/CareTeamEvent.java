package care.throughline.events.careteam;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import java.time.Instant;

/** Everything that can happen to a patient's care team; one coordinator is accountable at any moment, or nobody. */
public sealed interface CareTeamEvent extends DomainEvent {

    PatientId patient();

    /** Assigned by a supervisor, or taken by the coordinator. */
    @EventName("careteam.CoordinatorAssigned")
    record CoordinatorAssigned(PatientId patient, StaffId coordinator, StaffId by, Instant occurredAt)
            implements CareTeamEvent {}

    /** An assignment was taken back, and nobody had been accountable before it: nobody is again. */
    @EventName("careteam.CoordinatorReleased")
    record CoordinatorReleased(PatientId patient, StaffId coordinator, StaffId by, Instant occurredAt)
            implements CareTeamEvent {}

    @EventName("careteam.HandoffOffered")
    record HandoffOffered(PatientId patient, StaffId from, StaffId to, Personal<String> reason, Instant occurredAt)
            implements CareTeamEvent {}

    /** The accountability passes at this moment. */
    @EventName("careteam.HandoffAccepted")
    record HandoffAccepted(PatientId patient, StaffId from, StaffId to, Instant occurredAt) implements CareTeamEvent {}

    @EventName("careteam.HandoffDeclined")
    record HandoffDeclined(PatientId patient, StaffId from, StaffId to, Personal<String> reason, Instant occurredAt)
            implements CareTeamEvent {}
}
