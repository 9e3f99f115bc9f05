package care.throughline.query.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The stored events in the order of their positions, exactly as they lie in the store; infra provides it. */
public interface EventLog {

    /** The next events from this position on, oldest first, at most so many; empty at the head. */
    List<Stored> read(long from, int atMost);

    /** The position of the newest event, or -1 in an empty store. */
    long head();

    /** Waits until the event at this position exists.
     *
     * @return false if it does not within the time
     */
    boolean awaitPosition(long position, Duration atMost) throws InterruptedException;

    /** One event as stored: its payload is JSON in which personal data is sealed. */
    record Stored(
            long position,
            String id,
            String name,
            int version,
            String aggregateId,
            Instant recordedAt,
            String payload,
            Map<String, String> metadata) {}
}
