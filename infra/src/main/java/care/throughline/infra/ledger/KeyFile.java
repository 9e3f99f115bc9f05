package care.throughline.infra.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The file with the key that signs checkpoints: one line, readable by its owner only, at most also by its group. */
final class KeyFile {

    private static final Set<PosixFilePermission> TOO_OPEN = Set.of(
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE,
            PosixFilePermission.GROUP_WRITE);

    private final Path file;

    KeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Reads it; makes it first if that is allowed and nothing was signed with an older one.
     *
     * @param origin the name of a log that is to be begun, or null for one by chance
     * @throws UnusableKey in a sentence for the operator
     */
    SigningKey read(boolean makeIfMissing, @Nullable String origin, BooleanSupplier checkpointsExist) {
        try {
            if (Files.notExists(file)) {
                make(makeIfMissing, origin, checkpointsExist);
            }
            if (posix() && Files.getPosixFilePermissions(file).stream().anyMatch(TOO_OPEN::contains)) {
                throw new UnusableKey("the ledger's key file " + file
                        + " is open to others: chmod 600 it, and begin a new" + " ledger if somebody may have read it");
            }
            return SigningKey.parse(Files.readString(file, US_ASCII).strip());
        } catch (IllegalArgumentException e) {
            throw new UnusableKey("the ledger's key file " + file + " holds no key");
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger's key file " + file + " cannot be read", e);
        }
    }

    private void make(boolean allowed, @Nullable String origin, BooleanSupplier checkpointsExist) throws IOException {
        if (checkpointsExist.getAsBoolean()) {
            throw new UnusableKey("the ledger's key file " + file
                    + " is missing, but checkpoints were signed with it: restore the file from its backup");
        }
        if (!allowed) {
            throw new UnusableKey("the ledger's key file " + file + " is missing: start once with"
                    + " throughline.ledger.make-key=true, and keep a copy apart from the database");
        }
        byte[] seed = new byte[SigningKey.SEED];
        byte[] chance = new byte[Long.BYTES];
        SecureRandom random = new SecureRandom();
        random.nextBytes(seed);
        random.nextBytes(chance);
        String name = origin == null ? "throughline-ledger/" + HexFormat.of().formatHex(chance) : origin;
        Files.createDirectories(file.resolveSibling("."));
        write(file, new SigningKey(name, seed).secret() + "\n");
    }

    /** Puts this key in the place of that of the log that has ended, which is kept beside it. */
    void replace(SigningKey key, String endedLog) throws IOException {
        Path ended = file.resolveSibling(file.getFileName() + ".of-" + endedLog);
        if (Files.notExists(ended)) {
            Files.copy(file, ended, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        write(beside, key.secret() + "\n");
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** On the disk before anything is signed with it. */
    private void write(Path to, String line) throws IOException {
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(to, fresh, ownerOnly())) {
            channel.write(ByteBuffer.wrap(line.getBytes(US_ASCII)));
            channel.force(true);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** The key cannot be used as it is; the message tells the operator what to do. */
    static final class UnusableKey extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnusableKey(String message) {
            super(message);
        }
    }
}
