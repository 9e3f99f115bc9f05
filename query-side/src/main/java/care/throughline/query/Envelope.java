package care.throughline.query;

import care.throughline.events.Sensitivity;
import java.time.Instant;
import java.util.Set;

/**
 * What is known about an event besides itself; an event handler may take it as a parameter.
 *
 * @param position its place among all events, contiguous and final
 * @param recordedAt when we learned of it, by the store's clock
 * @param source the channel it came by, see {@link care.throughline.events.Meta#SOURCE}
 * @param labels as they were put on it when it was written
 */
public record Envelope(
        long position,
        String eventId,
        String name,
        int version,
        String aggregateId,
        Instant recordedAt,
        String actor,
        String role,
        String purpose,
        String source,
        String correlationId,
        String causationId,
        Set<Sensitivity> labels) {}
