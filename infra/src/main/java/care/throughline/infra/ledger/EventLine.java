package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event as one line of an export. */
final class EventLine {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EventLine() {}

    static String of(StoredEntry entry) {
        ObjectNode line = JSON.createObjectNode()
                .put("position", entry.position())
                .put("recordedAt", entry.recordedAt().toString())
                .put("id", entry.id().toString())
                .put("sequence", entry.sequence())
                .put("version", entry.version())
                .put("aggregateType", entry.aggregateType())
                .put("aggregateId", entry.aggregateId())
                .put("name", entry.name());
        stored(line, "metadata", entry.metadata());
        stored(line, "payload", entry.payload());
        return JSON.writeValueAsString(line);
    }

    /** As text, which people can read, unless that would not give the same bytes back. */
    private static void stored(ObjectNode line, String name, byte[] bytes) {
        String text = new String(bytes, UTF_8);
        if (Arrays.equals(text.getBytes(UTF_8), bytes)) {
            line.put(name, text);
        } else {
            line.put(name + "Base64", Base64.getEncoder().encodeToString(bytes));
        }
    }
}
