package care.throughline.infra.axonserver;

import care.throughline.infra.store.EventsAt;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Single events of an Axon Server; it only streams, so each costs a stream of its own. */
final class EventsOfAxonServer implements EventsAt {

    private final EventStore events;

    EventsOfAxonServer(EventStore events) {
        this.events = events;
    }

    @Override
    public List<TrackedEventMessage<?>> at(List<Long> positions) {
        List<TrackedEventMessage<?>> found = new ArrayList<>();
        for (long position : positions) {
            try (BlockingStream<TrackedEventMessage<?>> stream =
                    events.openStream(position == 0 ? null : new GlobalSequenceTrackingToken(position - 1))) {
                found.add(stream.nextAvailable());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while reading the event at " + position, e);
            }
        }
        return found;
    }
}
