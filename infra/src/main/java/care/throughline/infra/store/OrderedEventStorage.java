package care.throughline.infra.store;

import care.throughline.infra.events.EventSerializer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of the store: every event has a contiguous position in commit order, so a token is one number and nothing
 * can appear behind it. A message read back is stamped with the time at which the store recorded it.
 */
public final class OrderedEventStorage implements EventStorageEngine {

    private final Appender appender;
    private final EventReader reader;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    OrderedEventStorage(Appender appender, EventReader reader, Serializer serializer, EventUpcaster upcasters) {
        this.appender = appender;
        this.reader = reader;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (!events.isEmpty()) {
            append(events);
        }
    }

    /** Stores the events, at least one and all or none, durably; returns the position of the last. Throws what {@link Appender#append} does. */
    long append(List<? extends EventMessage<?>> events) {
        return appender.append(events.stream().map(this::serialized).toList());
    }

    private NewEvent serialized(EventMessage<?> event) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        byte[] metadata = event.serializeMetaData(serializer, byte[].class).getData();
        String revision = payload.getType().getRevision();
        boolean ofAggregate = event instanceof DomainEventMessage<?>;
        return new NewEvent(
                UUID.fromString(event.getIdentifier()),
                ofAggregate ? ((DomainEventMessage<?>) event).getType() : null,
                ofAggregate ? ((DomainEventMessage<?>) event).getAggregateIdentifier() : event.getIdentifier(),
                ofAggregate ? Math.toIntExact(((DomainEventMessage<?>) event).getSequenceNumber()) : 0,
                payload.getType().getName(),
                revision == null ? 0 : Integer.parseInt(revision),
                payload.getData(),
                metadata);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return messages(reader.after(positionOf(token)));
    }

    /** The next page after the position as messages; an event may be upcast to none or several. */
    Page pageAfter(long position) {
        List<StoredEvent> rows = reader.pageAfter(position);
        long last = rows.isEmpty() ? position : rows.get(rows.size() - 1).position();
        return new Page(position, last, opened(rows));
    }

    /** The events at these positions as messages, ascending. */
    List<TrackedEventMessage<?>> at(List<Long> positions) {
        return opened(reader.at(positions));
    }

    private List<TrackedEventMessage<?>> opened(List<StoredEvent> rows) {
        if (serializer instanceof EventSerializer sealed) {
            sealed.fetchKeys(rows.stream().map(StoredEvent::payload));
        }
        return messages(rows.stream()).toList();
    }

    private Stream<TrackedEventMessage<?>> messages(Stream<StoredEvent> rows) {
        return EventUtils.upcastAndDeserializeTrackedEvents(rows, serializer, upcasters);
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequence) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                reader.ofAggregate(aggregateId, firstSequence), serializer, upcasters);
    }

    /** Snapshots are not kept: aggregates are short, and a cache keeps the busy ones. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("This store keeps no snapshots; cache the aggregate instead");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return reader.lastSequenceOf(aggregateId);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(Head.NOTHING);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(reader.lastBefore(instant));
    }

    /** The last committed position in the database, or {@link Head#NOTHING}. */
    long head() {
        return reader.head();
    }

    static long positionOf(@Nullable TrackingToken token) {
        if (token == null) {
            return Head.NOTHING;
        }
        return token.position().orElseThrow(() -> new EventStoreException("Not a position of this store: " + token));
    }
}
