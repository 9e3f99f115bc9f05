package care.throughline.events.disclosure;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import java.time.Instant;

/** Everything that can be told of a disclosure outside of this system, for the accounting of 45 CFR 164.528. */
public sealed interface DisclosureEvent extends DomainEvent {

    DisclosureId disclosure();

    PatientId patient();

    /**
     * Something was told of the patient to somebody outside, at {@code occurredAt}.
     *
     * @param recipient to whom
     * @param address theirs, empty if not known
     * @param what was told
     * @param purpose why, so that the patient understands it
     */
    @EventName("disclosure.DisclosureRecorded")
    record DisclosureRecorded(
            DisclosureId disclosure,
            PatientId patient,
            StaffId by,
            Basis basis,
            Personal<String> recipient,
            Personal<String> address,
            Personal<String> what,
            Personal<String> purpose,
            Instant occurredAt)
            implements DisclosureEvent {}

    /** It had not happened, or not so: it was recorded in error. */
    @EventName("disclosure.DisclosureWithdrawn")
    record DisclosureWithdrawn(
            DisclosureId disclosure, PatientId patient, StaffId by, Personal<String> reason, Instant occurredAt)
            implements DisclosureEvent {}
}
