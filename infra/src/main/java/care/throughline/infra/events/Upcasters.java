package care.throughline.infra.events;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * Lifts stored events of an earlier version to the next one, in this order. A released event never changes: its new
 * version gets a frozen sample of its own, and the step to it stands here. {@code UpcastingTest} shows one.
 */
final class Upcasters {

    private Upcasters() {}

    static List<EventUpcaster> all() {
        return List.of();
    }
}
