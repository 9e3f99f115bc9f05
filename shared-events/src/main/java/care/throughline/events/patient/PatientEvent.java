package care.throughline.events.patient;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to one patient record. */
public sealed interface PatientEvent extends DomainEvent {

    PatientId patient();

    /** The first time anybody told us of this person. */
    @EventName("patient.Registered")
    record Registered(PatientId patient, Instant occurredAt) implements PatientEvent {}

    @EventName("patient.IdentifierAdded")
    record IdentifierAdded(PatientId patient, IdentifierKey key, Personal<Identifier> identifier, Instant occurredAt)
            implements PatientEvent {}

    /** The number is no longer to be used; whoever still uses it means the survivor. */
    @EventName("patient.IdentifierRetired")
    record IdentifierRetired(PatientId patient, IdentifierKey key, Instant occurredAt) implements PatientEvent {}

    /** Fields that got another value, empty text for a field that was deleted; told at {@code occurredAt}. */
    @EventName("patient.DemographicsCorrected")
    record DemographicsCorrected(
            PatientId patient,
            Set<DemographicField> fields,
            Personal<Map<DemographicField, String>> values,
            Instant occurredAt)
            implements PatientEvent {}

    /** Fields told again with the value we have: nothing changed, but older news about them loses from now on. */
    @EventName("patient.DemographicsConfirmed")
    record DemographicsConfirmed(PatientId patient, Set<DemographicField> fields, Instant occurredAt)
            implements PatientEvent {}

    /** Dead, since {@code diedAt} if the source knew when; told at {@code occurredAt}. */
    @EventName("patient.DeathRecorded")
    record DeathRecorded(PatientId patient, @Nullable Instant diedAt, Instant occurredAt) implements PatientEvent {}

    /** Told to be alive at {@code occurredAt}, while nobody said otherwise: an older report of a death loses from now on. */
    @EventName("patient.AliveConfirmed")
    record AliveConfirmed(PatientId patient, Instant occurredAt) implements PatientEvent {}

    /** The death was reported in error. */
    @EventName("patient.DeathWithdrawn")
    record DeathWithdrawn(PatientId patient, Instant occurredAt) implements PatientEvent {}

    /** From now on this record and the survivor are one person; nothing is moved, so that it can be undone. */
    @EventName("patient.MergedInto")
    record MergedInto(PatientId patient, PatientId survivor, MergeKind kind, Instant occurredAt)
            implements PatientEvent {}

    /** The merge was wrong: the record stands alone again with all that was told under it. */
    @EventName("patient.Unmerged")
    record Unmerged(PatientId patient, PatientId from, Personal<String> reason, Instant occurredAt)
            implements PatientEvent {}

    /** Why two records are one. */
    enum MergeKind {
        /** A source said so (HL7 A40): what was told under the retired record before does not count. */
        TOLD,
        /** One message carried identifiers of both: everything told under either counts. */
        SAME_IDENTIFIERS
    }
}
