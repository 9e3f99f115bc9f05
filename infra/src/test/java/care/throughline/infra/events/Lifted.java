package care.throughline.infra.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.throughline.infra.events.Samples.Sample;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;

/** Reads stored events as the store does: through the upcasters, then by the serializer. */
final class Lifted {

    private static final EventSerializer SERIALIZER = new EventSerializer(Samples.VAULT);

    private Lifted() {}

    /** The event in a sample, in the version of today. */
    static Object from(Sample sample) {
        return from(sample.name(), sample.version(), sample.json().toString(), Upcasters.all());
    }

    /** The event that these steps make of what was stored. */
    static Object from(String name, int version, String json, List<EventUpcaster> steps) {
        return SERIALIZER.deserialize(data(name, version, json, steps));
    }

    /** What these steps make of what was stored. */
    static SerializedObject<byte[]> data(String name, int version, String json, List<EventUpcaster> steps) {
        Stored stored = new Stored(
                new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, name, String.valueOf(version)));
        return new EventUpcasterChain(steps)
                .upcast(Stream.of(new InitialEventRepresentation(stored, SERIALIZER)))
                .findFirst()
                .orElseThrow()
                .getData(byte[].class);
    }

    private record Stored(SerializedObject<byte[]> payload) implements EventData<byte[]> {

        @Override
        public String getEventIdentifier() {
            return "sample";
        }

        @Override
        public Instant getTimestamp() {
            return Instant.EPOCH;
        }

        @Override
        public SerializedObject<byte[]> getMetaData() {
            return new SerializedMetaData<>("{}".getBytes(UTF_8), byte[].class);
        }

        @Override
        public SerializedObject<byte[]> getPayload() {
            return payload;
        }
    }
}
