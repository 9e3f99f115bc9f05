package care.throughline.events.patient;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import java.time.Instant;

/** What happens to an identifier itself: it comes to belong to one patient record, until that is erased. */
public sealed interface IdentifierEvent extends DomainEvent {

    IdentifierKey key();

    @EventName("patient.IdentifierClaimed")
    record IdentifierClaimed(IdentifierKey key, PatientId patient, Instant occurredAt) implements IdentifierEvent {}

    /** Its owner was erased: it leads to nobody, and whoever is told under it next is somebody new. */
    @EventName("patient.IdentifierReleased")
    record IdentifierReleased(IdentifierKey key, PatientId patient, Instant occurredAt) implements IdentifierEvent {}
}
