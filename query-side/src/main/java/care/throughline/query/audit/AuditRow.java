package care.throughline.query.audit;

import care.throughline.events.DomainEvent;
import care.throughline.events.PatientId;
import care.throughline.query.Envelope;
import java.time.Instant;
import java.util.List;

/**
 * What the audit keeps of one event; the names are those of the statements.
 *
 * @param people whom it concerns, the first of them foremost
 * @param ties whether these have to be looked at together
 */
record AuditRow(
        long position,
        String eventId,
        String name,
        String capability,
        String stream,
        String patient,
        List<String> people,
        boolean ties,
        String actor,
        String role,
        String purpose,
        String source,
        Instant occurredAt,
        Instant recordedAt,
        String correlation,
        String causation) {

    static AuditRow of(DomainEvent event, Envelope envelope, List<PatientId> concerned) {
        List<String> people =
                concerned.stream().map(PatientId::value).distinct().toList();
        return new AuditRow(
                envelope.position(),
                envelope.eventId(),
                envelope.name(),
                envelope.name().substring(0, envelope.name().indexOf('.')),
                envelope.aggregateId(),
                people.isEmpty() ? "" : people.getFirst(),
                people,
                people.size() > 1 && Concerns.connects(event),
                envelope.actor(),
                envelope.role(),
                envelope.purpose(),
                envelope.source(),
                event.occurredAt(),
                envelope.recordedAt(),
                envelope.correlationId(),
                envelope.causationId());
    }
}
