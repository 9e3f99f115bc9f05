package care.throughline.infra.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;

/** The key of the log that is kept now; read again when the file was replaced, by this node or another. */
final class CurrentKey implements Supplier<SigningKey> {

    private final Path path;
    private final Supplier<SigningKey> reader;
    private SigningKey key;
    private FileTime readAt;

    /** @param reader reads the file, and fails with a sentence if it is not usable */
    CurrentKey(Path path, Supplier<SigningKey> reader) {
        this.path = path;
        this.reader = reader;
        this.key = reader.get();
        this.readAt = changed();
    }

    @Override
    public synchronized SigningKey get() {
        FileTime now = changed();
        if (!now.equals(readAt)) {
            key = reader.get();
            readAt = now;
        }
        return key;
    }

    private FileTime changed() {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger's key file cannot be looked at", e);
        }
    }
}
