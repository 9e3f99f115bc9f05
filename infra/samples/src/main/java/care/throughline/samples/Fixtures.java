package care.throughline.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Input with its ground truth. The folders of the shared fixtures and of our own samples have the same layout. */
public record Fixtures(Path folder) {

    private static final Fixtures FOUND = find();

    /** The shared fixtures, beside the repository or where THROUGHLINE_FIXTURES says; without them our own samples. */
    public static Fixtures found() {
        return FOUND;
    }

    /** What the project itself carries: the same kinds of stories, fewer of them. */
    public static Fixtures samples() {
        return new Fixtures(root().resolve("infra").resolve("samples").resolve("data"));
    }

    /** True if these are the shared ones. */
    public boolean areShared() {
        return !equals(samples());
    }

    /** A file's content.
     *
     * @throws UncheckedIOException if there is no such file
     */
    public byte[] bytes(String path) {
        try {
            return Files.readAllBytes(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's content, parsed.
     *
     * @throws UncheckedIOException if there is no such file
     */
    public JsonNode json(String path) {
        return JsonMapper.shared().readTree(bytes(path));
    }

    /** The messages of the feed in the order of the file, without frames. */
    public List<byte[]> feed() {
        String feed = new String(bytes("hl7/feed.hl7"), StandardCharsets.ISO_8859_1);
        return Arrays.stream(feed.split("\n\n", -1))
                .map(message -> message.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static Fixtures find() {
        Path shared = Optional.ofNullable(System.getenv("THROUGHLINE_FIXTURES"))
                .map(Path::of)
                .orElseGet(() -> root().resolveSibling("shared").resolve("fixtures"));
        if (Files.isDirectory(shared)) {
            return new Fixtures(shared);
        }
        System.getLogger(Fixtures.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "NO SHARED FIXTURES at {0}: tested with the project's own samples instead.",
                        shared);
        return samples();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn")) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
