package care.throughline.infra.events;

import java.util.function.Consumer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One step of one event from a version to the next, working on its JSON; what is sealed in it stays sealed. */
final class VersionStep extends SingleEventUpcaster {

    private final String name;
    private final int from;
    private final Consumer<ObjectNode> change;

    /**
     * @param name the stable name of the event
     * @param from the version that is lifted; the result has the version after it
     * @param change what is to be done to the JSON
     */
    VersionStep(String name, int from, Consumer<ObjectNode> change) {
        this.name = name;
        this.from = from;
        this.change = change;
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().getName().equals(name)
                && String.valueOf(from).equals(event.getType().getRevision());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(name, String.valueOf(from + 1)), JsonNode.class, this::changed);
    }

    private JsonNode changed(JsonNode before) {
        ObjectNode after = before.deepCopy().asObject();
        change.accept(after);
        return after;
    }
}
