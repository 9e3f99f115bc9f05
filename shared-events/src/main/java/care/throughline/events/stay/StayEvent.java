package care.throughline.events.stay;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.PatientId;
import care.throughline.events.StayId;
import java.time.Instant;

/** Everything that can happen to one visit. Each carries what was told and the picture that results. */
public sealed interface StayEvent extends DomainEvent {

    StayId stay();

    StayReport report();

    StayPicture after();

    /** The record under which this was told. */
    default PatientId patient() {
        return after().patient();
    }

    /** A visit expected later. */
    @EventName("stay.AdmissionPlanned")
    record AdmissionPlanned(StayId stay, StayReport report, StayPicture after, Instant occurredAt)
            implements StayEvent {}

    /** Somebody is in a bed: inpatient or observation. */
    @EventName("stay.Admitted")
    record Admitted(StayId stay, StayReport report, StayPicture after, Instant occurredAt) implements StayEvent {}

    /** An emergency or outpatient visit began. */
    @EventName("stay.Registered")
    record Registered(StayId stay, StayReport report, StayPicture after, Instant occurredAt) implements StayEvent {}

    @EventName("stay.ClassChanged")
    record ClassChanged(StayId stay, StayReport report, StayPicture after, Instant occurredAt) implements StayEvent {}

    /** Moved within the facility. */
    @EventName("stay.Transferred")
    record Transferred(StayId stay, StayReport report, StayPicture after, Instant occurredAt) implements StayEvent {}

    @EventName("stay.Discharged")
    record Discharged(StayId stay, StayReport report, StayPicture after, Instant occurredAt) implements StayEvent {}

    /** The visit never was. */
    @EventName("stay.AdmissionCancelled")
    record AdmissionCancelled(StayId stay, StayReport report, StayPicture after, Instant occurredAt)
            implements StayEvent {}

    /** The patient is still in the house. */
    @EventName("stay.DischargeCancelled")
    record DischargeCancelled(StayId stay, StayReport report, StayPicture after, Instant occurredAt)
            implements StayEvent {}

    /** A date, a disposition or another fact was told differently. */
    @EventName("stay.Corrected")
    record Corrected(StayId stay, StayReport report, StayPicture after, Instant occurredAt) implements StayEvent {}

    /** Told, kept, and without effect: it repeats what we know or is older than it. */
    @EventName("stay.ReportNoted")
    record ReportNoted(StayId stay, StayReport report, StayPicture after, Instant occurredAt) implements StayEvent {}
}
