package care.throughline.infra.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Copies single files and says what their hash was. */
final class Copies {

    private static final Set<StandardOpenOption> FRESH =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private Copies() {}

    /** Copies it so that it is on the disk, owner only; the SHA-256 in hex, or nothing if it vanished meanwhile. */
    static Optional<String> durably(Path from, Path to) throws IOException {
        return copy(from, to, true);
    }

    /** The same, but the disk may still be behind. */
    static Optional<String> copy(Path from, Path to) throws IOException {
        return copy(from, to, false);
    }

    private static Optional<String> copy(Path from, Path to, boolean durably) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(from), sha256)) {
            makeFolder(to.resolveSibling("."));
            try (FileChannel channel = FileChannel.open(
                            to,
                            FRESH,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                    OutputStream out = Channels.newOutputStream(channel)) {
                in.transferTo(out);
                if (durably) {
                    channel.force(true);
                }
            }
        } catch (NoSuchFileException vanished) {
            return Optional.empty();
        }
        return Optional.of(HexFormat.of().formatHex(sha256.digest()));
    }

    /** Makes the folder and those above, for their owner only. */
    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(
                folder.normalize(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Removes a folder with all that is in it; nothing if it is not there. */
    static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
