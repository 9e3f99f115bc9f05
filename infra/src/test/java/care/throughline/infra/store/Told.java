package care.throughline.infra.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Events for the tests of the store. */
final class Told {

    private static final byte[] METADATA = "{}".getBytes(StandardCharsets.UTF_8);

    private Told() {}

    /** One event of an aggregate. */
    static NewEvent event(String aggregateId, int sequence) {
        return event(aggregateId, sequence, "test.Happened");
    }

    static NewEvent event(String aggregateId, int sequence, String name) {
        byte[] payload = "{\"note\":\"n%d\"}".formatted(sequence).getBytes(StandardCharsets.UTF_8);
        return new NewEvent(UUID.randomUUID(), "Test", aggregateId, sequence, name, 1, payload, METADATA);
    }

    /** The first events of an aggregate. */
    static List<NewEvent> story(String aggregateId, int length) {
        return IntStream.range(0, length)
                .mapToObj(sequence -> event(aggregateId, sequence))
                .toList();
    }
}
