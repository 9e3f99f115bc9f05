package care.throughline.events;

import java.time.Instant;

/** Something that happened; when we learned of it is told by the store, not by the event. */
public interface DomainEvent {

    /** When it happened, as told by its source; an instant, independent of any time zone. */
    Instant occurredAt();
}
