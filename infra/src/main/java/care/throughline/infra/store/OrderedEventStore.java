package care.throughline.infra.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.AbstractEventBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store over {@link OrderedEventStorage}. All events of a unit of work are stored together, as the last thing
 * before it commits: so they are all in or none, and always before a processor's token that depends on them.
 */
public final class OrderedEventStore extends AbstractEventBus implements EventStore {

    private static final String STAGED = OrderedEventStore.class.getName() + ".staged";
    private static final String POSITION = OrderedEventStore.class.getName() + ".position";

    private final OrderedEventStorage storage;
    private final Head head;
    private final Head shown;
    private final RecentPages pages;

    /** An event store that reports to the monitor what is published.
     *
     * @param shown the head up to which streams are read
     */
    public OrderedEventStore(
            OrderedEventStorage storage, Head head, Head shown, MessageMonitor<? super EventMessage<?>> monitor) {
        super(new Builder().messageMonitor(monitor));
        this.storage = storage;
        this.head = head;
        this.shown = shown;
        this.pages = new RecentPages(storage::pageAfter, head.position());
    }

    /** The position of the last event that the unit of work stored; empty before it did, and if it told nothing. */
    public static OptionalLong positionIn(UnitOfWork<?> unit) {
        Long position = unit.root().getResource(POSITION);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /** Lets go of events that were read and opened for all streams. */
    public void letGoOfOpened() {
        pages.clear();
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted()) {
            stage(CurrentUnitOfWork.get(), events);
        } else {
            storage.appendEvents(events);
        }
        super.prepareCommit(events);
    }

    private void stage(UnitOfWork<?> unit, List<? extends EventMessage<?>> events) {
        List<EventMessage<?>> staged = unit.getOrComputeResource(STAGED, key -> {
            List<EventMessage<?>> fresh = new ArrayList<>();
            unit.onPrepareCommit(preparing -> store(preparing, fresh));
            return fresh;
        });
        staged.addAll(events);
    }

    private void store(UnitOfWork<?> unit, List<EventMessage<?>> staged) {
        unit.resources().remove(STAGED);
        if (!staged.isEmpty()) {
            unit.root().resources().put(POSITION, storage.append(staged));
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateId) {
        return readEvents(aggregateId, 0);
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequence) {
        return DomainEventStream.concat(
                storage.readEvents(aggregateId, firstSequence),
                DomainEventStream.of(told(aggregateId).filter(event -> event.getSequenceNumber() >= firstSequence)));
    }

    /** What the running unit of work has told of the aggregate and not stored yet. */
    private Stream<DomainEventMessage<?>> told(String aggregateId) {
        return queuedMessages().stream()
                .filter(DomainEventMessage.class::isInstance)
                .<DomainEventMessage<?>>map(event -> (DomainEventMessage<?>) event)
                .filter(event -> aggregateId.equals(event.getAggregateIdentifier()));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return told(aggregateId)
                .map(DomainEventMessage::getSequenceNumber)
                .max(Long::compareTo)
                .or(() -> storage.lastSequenceNumberFor(aggregateId));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        storage.storeSnapshot(snapshot);
    }

    /** Opens a stream after the token, from the tail if there is none.
     *
     * @throws EventStoreException if the token is ahead of the store, as after a restore: going on would skip events
     */
    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        long position = OrderedEventStorage.positionOf(token);
        if (position > head.position()) {
            head.advanceTo(storage.head());
        }
        if (position > head.position()) {
            throw new EventStoreException("The token says %d, but the store ends at %d: was it restored?"
                    .formatted(position, head.position()));
        }
        return new EventStream(position, pages, shown);
    }

    @Override
    public TrackingToken createTailToken() {
        return storage.createTailToken();
    }

    /** As this node knows it, without asking the database; whatever this node has stored is before it. */
    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(head.position());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return storage.createTokenAt(instant);
    }

    private static final class Builder extends AbstractEventBus.Builder {}
}
