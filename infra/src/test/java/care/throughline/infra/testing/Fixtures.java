package care.throughline.infra.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shared fixtures, beside the repository or where THROUGHLINE_FIXTURES says; without them a test skips loudly. */
public final class Fixtures {

    private Fixtures() {}

    public static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(folder().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(String path) {
        return JsonMapper.shared().readTree(bytes(path));
    }

    /** The messages of the feed in the order of the file, without frames. */
    public static List<byte[]> feed() {
        List<byte[]> messages = new ArrayList<>();
        for (String message : new String(bytes("hl7/feed.hl7"), StandardCharsets.ISO_8859_1).split("\n\n", -1)) {
            messages.add(message.getBytes(StandardCharsets.ISO_8859_1));
        }
        return messages;
    }

    public static Path folder() {
        Path folder = Optional.ofNullable(System.getenv("THROUGHLINE_FIXTURES"))
                .map(Path::of)
                .orElseGet(() -> root().resolveSibling("shared").resolve("fixtures"));
        assumeTrue(Files.isDirectory(folder), "SKIPPED: there are no fixtures at " + folder);
        return folder;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn")) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
