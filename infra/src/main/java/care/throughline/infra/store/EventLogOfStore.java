package care.throughline.infra.store;

import care.throughline.query.feed.EventLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The feed's view of the store: rows as they lie there, payloads still sealed. */
final class EventLogOfStore implements EventLog {

    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

    private final EventReader reader;
    private final Head head;
    private final JsonMapper json;

    EventLogOfStore(EventReader reader, Head head, JsonMapper json) {
        this.reader = reader;
        this.head = head;
        this.json = json;
    }

    @Override
    public List<Stored> read(long from, int atMost) {
        return reader.read(from, atMost).stream().map(this::stored).toList();
    }

    @Override
    public long head() {
        return head.position();
    }

    @Override
    public boolean awaitPosition(long position, Duration atMost) throws InterruptedException {
        return head.await(position, atMost);
    }

    private Stored stored(StoredEvent event) {
        return new Stored(
                event.position(),
                event.id(),
                event.name(),
                event.version(),
                event.aggregateId(),
                event.recordedAt(),
                new String(event.payload(), StandardCharsets.UTF_8),
                json.readValue(event.metadata(), METADATA));
    }
}
