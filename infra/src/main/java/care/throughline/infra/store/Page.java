package care.throughline.infra.store;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The events after one position up to another, the latter included. */
record Page(long after, long last, List<TrackedEventMessage<?>> events) {}
