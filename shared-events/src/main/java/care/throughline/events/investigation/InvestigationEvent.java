package care.throughline.events.investigation;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a saved investigation. */
public sealed interface InvestigationEvent extends DomainEvent {

    InvestigationId investigation();

    StaffId by();

    /**
     * A set of filters was named and kept. Both are sealed: under the key of the person if a filter names one, else under one
     * of the investigation's own.
     *
     * @param patient whom a filter names, null if none does
     * @param filters what is filtered by, by its name
     */
    @EventName("investigation.InvestigationSaved")
    record InvestigationSaved(
            InvestigationId investigation,
            StaffId by,
            @Nullable PatientId patient,
            Personal<String> title,
            Personal<Map<String, String>> filters,
            Instant occurredAt)
            implements InvestigationEvent {}

    /** From now on everybody in compliance sees it. */
    @EventName("investigation.InvestigationShared")
    record InvestigationShared(InvestigationId investigation, StaffId by, Instant occurredAt)
            implements InvestigationEvent {}

    /** From now on only its owner sees it. */
    @EventName("investigation.InvestigationKeptPrivate")
    record InvestigationKeptPrivate(InvestigationId investigation, StaffId by, Instant occurredAt)
            implements InvestigationEvent {}

    /** It is on nobody's list any more. */
    @EventName("investigation.InvestigationDiscarded")
    record InvestigationDiscarded(InvestigationId investigation, StaffId by, Instant occurredAt)
            implements InvestigationEvent {}
}
