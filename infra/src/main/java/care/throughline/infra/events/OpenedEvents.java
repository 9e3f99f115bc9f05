package care.throughline.infra.events;

import care.throughline.infra.sealing.Vault;
import care.throughline.query.feed.EventLog;
import care.throughline.query.timeline.FullEvents;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a stored event and opens what is sealed in it. */
final class OpenedEvents implements FullEvents {

    private final EventLog log;
    private final Vault vault;
    private final JsonMapper json = new JsonMapper();

    OpenedEvents(EventLog log, Vault vault) {
        this.log = log;
        this.vault = vault;
    }

    @Override
    public Optional<String> json(long position) {
        return log.read(position, 1).stream()
                .filter(stored -> stored.position() == position)
                .findFirst()
                .map(stored -> json.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(opened(json.readTree(stored.payload()))));
    }

    private JsonNode opened(JsonNode node) {
        if (node instanceof ObjectNode object) {
            JsonNode sealed = object.get("sealed");
            if (sealed != null && object.has("subject")) {
                return sealed.isString() ? open(object.get("subject").stringValue(), sealed.stringValue()) : sealed;
            }
            object.properties().forEach(field -> field.setValue(opened(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, opened(array.get(i)));
            }
        }
        return node;
    }

    private JsonNode open(String subject, String sealed) {
        return vault.open(subject, PersonalJson.PURPOSE, Base64.getDecoder().decode(sealed))
                .map(json::readTree)
                .orElseGet(NullNode::getInstance);
    }
}
