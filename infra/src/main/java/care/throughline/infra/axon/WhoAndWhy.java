package care.throughline.infra.axon;

import care.throughline.events.Meta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Hands who, as what, why and because of what from a command to the events it causes. */
final class WhoAndWhy implements CorrelationDataProvider {

    private static final List<String> CARRIED =
            List.of(Meta.ACTOR, Meta.ROLE, Meta.PURPOSE, Meta.SOURCE, Meta.CORRELATION, Meta.CAUSATION, Meta.LABELS);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> carried = new HashMap<>();
        CARRIED.forEach(key -> {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                carried.put(key, value);
            }
        });
        carried.putIfAbsent(Meta.CAUSATION, message.getIdentifier());
        carried.putIfAbsent(Meta.CORRELATION, message.getIdentifier());
        return carried;
    }
}
