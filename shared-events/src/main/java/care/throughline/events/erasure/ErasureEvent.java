package care.throughline.events.erasure;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import java.time.Instant;
import java.util.List;

/** Everything that can happen on the way to erasing a person; what people typed goes with the person. */
public sealed interface ErasureEvent extends DomainEvent {

    ErasureId erasure();

    /** The record that stood for the person when the file was opened. */
    PatientId patient();

    @EventName("erasure.Requested")
    record Requested(
            ErasureId erasure,
            PatientId patient,
            StaffId by,
            Grounds.Asker asker,
            Grounds.Ground ground,
            Personal<String> reason,
            Instant occurredAt)
            implements ErasureEvent {}

    /** Nothing may be destroyed until the hold is lifted. */
    @EventName("erasure.HoldPlaced")
    record HoldPlaced(ErasureId erasure, PatientId patient, StaffId by, Personal<String> reason, Instant occurredAt)
            implements ErasureEvent {}

    @EventName("erasure.HoldLifted")
    record HoldLifted(ErasureId erasure, PatientId patient, StaffId by, Personal<String> reason, Instant occurredAt)
            implements ErasureEvent {}

    @EventName("erasure.Refused")
    record Refused(
            ErasureId erasure,
            PatientId patient,
            StaffId by,
            Grounds.Exemption exemption,
            Personal<String> reason,
            Instant occurredAt)
            implements ErasureEvent {}

    /** A second person agreed. */
    @EventName("erasure.Approved")
    record Approved(ErasureId erasure, PatientId patient, StaffId requestedBy, StaffId by, Instant occurredAt)
            implements ErasureEvent {}

    /** From now on there is no way back: this is destroyed. */
    @EventName("erasure.Begun")
    record Begun(
            ErasureId erasure,
            PatientId patient,
            Scope scope,
            StaffId requestedBy,
            StaffId approvedBy,
            Instant occurredAt)
            implements ErasureEvent {}

    /**
     * The keys are gone, and with this event every read model lets go of the person.
     *
     * @param affected where events stand whose personal parts can no longer be read
     * @param again whether a restored backup had brought the person back
     */
    @EventName("erasure.PatientErased")
    record PatientErased(
            ErasureId erasure,
            PatientId patient,
            Scope scope,
            StaffId requestedBy,
            StaffId approvedBy,
            List<Span> affected,
            boolean again,
            Instant occurredAt)
            implements ErasureEvent {}

    /**
     * It was looked everywhere, and nothing is left.
     *
     * @param readModels those that were purged and written anew
     * @param deadLetters events of the person that waited to be handled and were taken out
     */
    @EventName("erasure.Certified")
    record Certified(ErasureId erasure, PatientId patient, List<String> readModels, int deadLetters, Instant occurredAt)
            implements ErasureEvent {}
}
