package care.throughline.infra.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a base backup says of itself.
 *
 * @param version of PostgreSQL, as its directory says it
 * @param begun by the database's clock
 * @param ended the first moment that can be restored from it
 * @param position the last event when it ended, or -1
 * @param firstSegment of the write-ahead log that it needs
 * @param label what PostgreSQL wants to find beside the files, so that it recovers them
 */
record About(String version, Instant begun, Instant ended, long position, String firstSegment, String label) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FILE = "about.json";

    static About read(Path base) {
        try {
            return JSON.readValue(Files.readString(base.resolve(FILE)), About.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new Refused("The base backup " + base + " is damaged: " + FILE + " cannot be read.", e);
        }
    }

    void write(Path base) throws IOException {
        Files.writeString(base.resolve(FILE), JSON.writeValueAsString(this) + "\n");
    }
}
