package care.throughline.infra.events;

import care.throughline.events.EventName;
import care.throughline.events.EventNames;
import care.throughline.infra.sealing.TestVaults;
import care.throughline.infra.sealing.Vault;
import care.throughline.infra.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The frozen samples: one file per event name and version, as it was stored when that version was released. */
final class Samples {

    static final Vault VAULT = TestVaults.ofSamples();
    static final JsonMapper JSON = EventJson.sealing(VAULT);

    private static final Path FOLDER = Repository.path("shared-events/src/main/resources/events");

    /** A sample file. */
    record Sample(String name, int version, Path file) {

        JsonNode json() {
            return JSON.readTree(file);
        }

        /** Whether the event has this version today. */
        boolean isCurrent() {
            return EventNames.typeOf(name)
                    .filter(type -> EventNames.of(type).version() == version)
                    .isPresent();
        }

        @Override
        public String toString() {
            return name + ".v" + version;
        }
    }

    private Samples() {}

    static List<Sample> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Samples::sample).toList();
        }
    }

    private static Sample sample(Path file) {
        String[] parts = file.getFileName().toString().split("\\.v|\\.json", -1);
        return new Sample(parts[0], Integer.parseInt(parts[1]), file);
    }

    static Path fileOf(Class<?> event) {
        EventName name = EventNames.of(event);
        return FOLDER.resolve(name.value() + ".v" + name.version() + ".json");
    }

    /** Writes the sample of an event that has none of its version. */
    static void write(Class<?> event) throws IOException {
        Files.createDirectories(FOLDER);
        String json = JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(SampleValues.of(event));
        Files.writeString(fileOf(event), json + "\n", StandardOpenOption.CREATE_NEW);
    }

    /** The same JSON with everything sealed in it opened, for comparison: sealing twice never gives the same bytes. */
    static JsonNode opened(JsonNode json) {
        if (json instanceof ObjectNode object && object.has("subject") && object.has("sealed")) {
            byte[] sealed = Base64.getDecoder().decode(object.get("sealed").stringValue());
            byte[] plain = VAULT.open(object.get("subject").stringValue(), PersonalJson.PURPOSE, sealed)
                    .orElseThrow();
            object.set("sealed", JSON.readTree(plain));
        } else {
            json.forEach(Samples::opened);
        }
        return json;
    }
}
