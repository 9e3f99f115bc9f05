package care.throughline.infra.store;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads single events out of the store, wherever they lie in it. */
@FunctionalInterface
public interface EventsAt {

    /** The events at these positions, ascending; what is upcast to nothing is missing. */
    List<TrackedEventMessage<?>> at(List<Long> positions);
}
