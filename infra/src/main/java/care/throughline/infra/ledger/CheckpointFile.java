package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Every checkpoint in the order in which it was signed, each followed by an empty line; outside the database on purpose. */
final class CheckpointFile {

    /** Longer than any checkpoint with its signature. */
    private static final int TAIL = 4_096;

    private final Path file;

    CheckpointFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Adds it, on the disk before this returns. */
    void append(Checkpoint checkpoint) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = ByteBuffer.wrap((checkpoint.note() + "\n").getBytes(UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint could not be written to " + file, e);
        }
    }

    /** Keeps it under the name of its log, which has ended; the next checkpoint begins a file of its own. */
    void endAs(String log) throws IOException {
        Path ended = file.resolveSibling(file.getFileName() + ".of-" + log);
        if (Files.exists(file) && Files.notExists(ended)) {
            Files.move(file, ended, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The last whole one; what a crash left unfinished behind it is passed over. */
    Optional<Checkpoint> last(VerifyingKey key) {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        String[] parts = tail().split("\n\n", -1);
        for (int i = parts.length - 2; i > 0; i--) {
            Optional<Checkpoint> checkpoint = parsed(parts[i - 1] + "\n\n" + parts[i] + "\n", key);
            if (checkpoint.isPresent()) {
                return checkpoint;
            }
        }
        return Optional.empty();
    }

    private static Optional<Checkpoint> parsed(String note, VerifyingKey key) {
        try {
            return Optional.of(Checkpoint.parse(note, key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String tail() {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.max(0, Files.size(file) - TAIL));
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints in " + file + " cannot be read", e);
        }
    }
}
