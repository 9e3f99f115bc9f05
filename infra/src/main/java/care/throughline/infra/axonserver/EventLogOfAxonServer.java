package care.throughline.infra.axonserver;

import care.throughline.events.EventName;
import care.throughline.events.EventNames;
import care.throughline.query.feed.EventLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;

/** The feed's view of an Axon Server: what it streams, with payloads sealed again. */
final class EventLogOfAxonServer implements EventLog {

    private static final int PATIENCE_MILLIS = 100;

    private final EventStore events;
    private final LongSupplier head;
    private final Serializer serializer;

    EventLogOfAxonServer(EventStore events, LongSupplier head, Serializer serializer) {
        this.events = events;
        this.head = head;
        this.serializer = serializer;
    }

    @Override
    public List<Stored> read(long from, int atMost) {
        List<Stored> read = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = from(from)) {
            while (read.size() < atMost && stream.hasNextAvailable(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                read.add(stored(stream.nextAvailable()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return read;
    }

    @Override
    public long head() {
        return head.getAsLong();
    }

    @Override
    public boolean awaitPosition(long position, Duration atMost) throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> stream = from(position)) {
            return stream.hasNextAvailable(Math.toIntExact(atMost.toMillis()), TimeUnit.MILLISECONDS);
        }
    }

    private BlockingStream<TrackedEventMessage<?>> from(long position) {
        return events.openStream(position <= 0 ? null : new GlobalSequenceTrackingToken(position - 1));
    }

    private Stored stored(TrackedEventMessage<?> event) {
        EventName name = EventNames.of(event.getPayloadType());
        Map<String, String> metadata = new HashMap<>();
        event.getMetaData().forEach((key, value) -> metadata.put(key, String.valueOf(value)));
        return new Stored(
                event.trackingToken().position().orElse(-1),
                event.getIdentifier(),
                name.value(),
                name.version(),
                event instanceof DomainEventMessage<?> told ? told.getAggregateIdentifier() : event.getIdentifier(),
                event.getTimestamp(),
                new String(event.serializePayload(serializer, byte[].class).getData(), StandardCharsets.UTF_8),
                metadata);
    }
}
