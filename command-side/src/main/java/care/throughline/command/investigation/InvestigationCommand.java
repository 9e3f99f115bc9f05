package care.throughline.command.investigation;

import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.investigation.InvestigationId;
import java.time.Instant;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can do with a saved investigation. */
public sealed interface InvestigationCommand {

    @TargetAggregateIdentifier
    InvestigationId investigation();

    StaffId by();

    /** Names a set of filters and keeps it.
     *
     * @param patient whom the filters name, null if nobody
     */
    record Save(
            InvestigationId investigation,
            StaffId by,
            @Nullable PatientId patient,
            String title,
            Map<String, String> filters,
            Instant at)
            implements InvestigationCommand {}

    record Share(InvestigationId investigation, StaffId by, Instant at) implements InvestigationCommand {}

    record KeepPrivate(InvestigationId investigation, StaffId by, Instant at) implements InvestigationCommand {}

    record Discard(InvestigationId investigation, StaffId by, Instant at) implements InvestigationCommand {}
}
