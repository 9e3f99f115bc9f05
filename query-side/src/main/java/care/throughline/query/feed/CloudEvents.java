package care.throughline.query.feed;

import care.throughline.events.Meta;
import care.throughline.events.Sensitivity;
import care.throughline.query.feed.EventLog.Stored;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes stored events as CloudEvents 1.0 in JSON. Sealed personal data is left out: of it only the subject and the
 * word that it is sealed remain. Words that people typed are sealed like all else about a person.
 */
final class CloudEvents {

    /** The prefix of the {@code type} attribute. */
    static final String TYPE_PREFIX = "care.throughline.";

    /** The {@code type} of an event that the reader may know nothing of but its place. */
    static final String WITHHELD = TYPE_PREFIX + "Withheld";

    private static final int SEQUENCE_DIGITS = 20;

    private final JsonMapper json;
    private final String source;
    private final Set<Sensitivity> hidden;

    /** @param hidden labels of events of which the reader learns that there is one, and nothing else */
    CloudEvents(JsonMapper json, String source, Set<Sensitivity> hidden) {
        this.json = json;
        this.source = source;
        this.hidden = Set.copyOf(hidden);
    }

    /** One event on one line, without a line end. */
    String write(Stored event) {
        Set<Sensitivity> labels = Sensitivity.parse(event.metadata().getOrDefault(Meta.LABELS, ""));
        return json.writeValueAsString(labels.stream().anyMatch(hidden::contains) ? withheld(event) : told(event));
    }

    /** Fills the place, so that a reader sees no gap: without it one would have to ask what is missing. */
    private ObjectNode withheld(Stored event) {
        ObjectNode cloud = json.createObjectNode();
        cloud.put("specversion", "1.0");
        cloud.put("id", sequence(event.position()));
        cloud.put("source", source);
        cloud.put("type", WITHHELD);
        cloud.put("sequence", sequence(event.position()));
        cloud.put("sequencetype", "Position");
        return cloud;
    }

    private ObjectNode told(Stored event) {
        JsonNode data = json.readTree(event.payload());
        ObjectNode cloud = json.createObjectNode();
        cloud.put("specversion", "1.0");
        cloud.put("id", event.id());
        cloud.put("source", source);
        cloud.put("type", TYPE_PREFIX + event.name());
        cloud.put("subject", event.aggregateId());
        JsonNode occurredAt = data.path("occurredAt");
        if (occurredAt.isString()) {
            cloud.put("time", occurredAt.stringValue());
        }
        cloud.put("recordedtime", event.recordedAt().toString());
        cloud.put("sequence", sequence(event.position()));
        cloud.put("sequencetype", "Position");
        cloud.put("eventversion", event.version());
        cloud.put("partitionkey", event.aggregateId());
        attribute(cloud, "correlationid", event, Meta.CORRELATION);
        attribute(cloud, "causationid", event, Meta.CAUSATION);
        cloud.put("dataregulation", "HIPAA");
        cloud.put("datacontenttype", "application/json");
        cloud.set("data", withoutSealed(data));
        return cloud;
    }

    /** A position in the fixed width in which texts order as numbers do. */
    static String sequence(long position) {
        return String.format(Locale.ROOT, "%0" + SEQUENCE_DIGITS + "d", position);
    }

    private static void attribute(ObjectNode cloud, String name, Stored event, String key) {
        String value = event.metadata().get(key);
        if (value != null) {
            cloud.put(name, value);
        }
    }

    private static JsonNode withoutSealed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.has("sealed") && object.has("subject")) {
                object.put("sealed", true);
                return object;
            }
            object.properties().forEach(field -> field.setValue(withoutSealed(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withoutSealed(array.get(i)));
            }
        }
        return node;
    }
}
