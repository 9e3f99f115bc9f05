package care.throughline.events.restriction;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import java.time.Instant;

/** Everything that can happen to who may open a patient's chart. */
public sealed interface RestrictionEvent extends DomainEvent {

    PatientId patient();

    /** From now on only the care relationship opens it, or broken glass. */
    @EventName("restriction.ChartRestricted")
    record ChartRestricted(PatientId patient, StaffId by, Personal<String> reason, Instant occurredAt)
            implements RestrictionEvent {}

    /** A house says that this person is to be protected: closes the chart as a restriction does, once for each house. */
    @EventName("restriction.ProtectionTold")
    record ProtectionTold(PatientId patient, FacilityCode toldBy, Instant occurredAt) implements RestrictionEvent {}

    /** From now on it is open to the team again. */
    @EventName("restriction.RestrictionLifted")
    record RestrictionLifted(PatientId patient, StaffId by, Personal<String> reason, Instant occurredAt)
            implements RestrictionEvent {}

    /** Opened to somebody outside of the care relationship, and closed again at {@code until} whatever happens. */
    @EventName("restriction.GlassBroken")
    record GlassBroken(
            PatientId patient,
            GlassId glass,
            StaffId by,
            GlassReason code,
            Personal<String> reason,
            Instant until,
            Instant occurredAt)
            implements RestrictionEvent {}

    /** Closed before its time was over, by whoever had broken it. */
    @EventName("restriction.GlassClosed")
    record GlassClosed(PatientId patient, GlassId glass, StaffId by, Instant occurredAt) implements RestrictionEvent {}

    /** A privacy officer looked at why it was broken and what was opened. */
    @EventName("restriction.GlassReviewed")
    record GlassReviewed(
            PatientId patient,
            GlassId glass,
            StaffId by,
            GlassReview finding,
            Personal<String> note,
            Instant occurredAt)
            implements RestrictionEvent {}
}
