package care.throughline.infra.actor;

import java.util.Map;

/** Who acts in this thread, in the words that every event's metadata carries. */
@FunctionalInterface
public interface CurrentActor {

    /**
     * Actor, role, purpose, source and correlation, keyed as {@link care.throughline.events.Meta} says; outside of a
     * request it is {@code system:throughline}.
     */
    Map<String, String> metadata();
}
