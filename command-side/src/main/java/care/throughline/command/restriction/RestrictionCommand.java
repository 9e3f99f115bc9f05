package care.throughline.command.restriction;

import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.restriction.GlassId;
import care.throughline.events.restriction.GlassReason;
import care.throughline.events.restriction.GlassReview;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask about who may open a patient's chart. */
public sealed interface RestrictionCommand {

    PatientId patient();

    @TargetAggregateIdentifier
    default RestrictionId restriction() {
        return RestrictionId.of(patient());
    }

    record RestrictChart(PatientId patient, StaffId by, String reason, Instant at) implements RestrictionCommand {}

    /** A house protects this person; what was lifted since it said so first, stays lifted. */
    record Protect(PatientId patient, FacilityCode toldBy, Instant at) implements RestrictionCommand {}

    record LiftRestriction(PatientId patient, StaffId by, String reason, Instant at) implements RestrictionCommand {}

    /** Opens the chart to {@code by} for an hour; changes nothing while they have it open. */
    record BreakGlass(PatientId patient, GlassId glass, StaffId by, GlassReason code, String reason, Instant at)
            implements RestrictionCommand {}

    /** Closes what {@code by} has open; changes nothing if that is nothing. */
    record CloseGlass(PatientId patient, StaffId by, Instant at) implements RestrictionCommand {}

    record ReviewGlass(PatientId patient, GlassId glass, StaffId by, GlassReview finding, String note, Instant at)
            implements RestrictionCommand {}

    /** Changes nothing; refused if the chart is restricted, so that nobody lets themselves in by taking the patient. */
    record RequireOpen(PatientId patient) implements RestrictionCommand {}
}
