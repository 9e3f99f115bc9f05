package care.throughline.infra.store;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The events after one position up to another, the latter included. */
record Page(long after, long last, List<TrackedEventMessage<?>> events) {

    /** What of it comes after a later position. */
    Page after(long position) {
        if (position == after) {
            return this;
        }
        List<TrackedEventMessage<?>> rest = events.stream()
                .filter(event -> OrderedEventStorage.positionOf(event.trackingToken()) > position)
                .toList();
        return new Page(position, last, rest);
    }
}
