package care.throughline.infra.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The file with the master key: 32 bytes in base64 on one line, readable by its owner, at most also by its group. */
final class MasterKeyFile {

    private static final Set<PosixFilePermission> TOO_OPEN = EnumSet.of(
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE,
            PosixFilePermission.GROUP_WRITE);

    private final Path file;

    MasterKeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Reads it; makes it first if that is allowed and nothing was sealed with an older one.
     *
     * @throws DamagedVault if it is missing, readable by everybody, or holds no key
     */
    MasterKey read(boolean makeIfMissing, BooleanSupplier keysExist) {
        try {
            if (Files.notExists(file)) {
                make(makeIfMissing, keysExist);
            }
            refuseIfTooOpen();
            return new MasterKey(decoded(Files.readString(file, US_ASCII).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("the master key file " + file + " cannot be read", e);
        }
    }

    private void make(boolean allowed, BooleanSupplier keysExist) throws IOException {
        if (keysExist.getAsBoolean()) {
            throw new DamagedVault("the master key file " + file
                    + " is missing, but the vault holds keys that only it can open: restore the file from its backup");
        }
        if (!allowed) {
            throw new DamagedVault("the master key file " + file + " is missing: make one with"
                    + " (umask 077; head -c 32 /dev/urandom | base64 > FILE), keep a copy apart from the database,"
                    + " and name it in throughline.master-key-file");
        }
        byte[] fresh = new byte[MasterKey.LENGTH];
        new SecureRandom().nextBytes(fresh);
        Files.createDirectories(file.resolveSibling("."));
        write(Base64.getEncoder().encodeToString(fresh) + "\n");
    }

    /** On the disk before anything is sealed with it. */
    private void write(String line) throws IOException {
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, fresh, OwnerOnly.of(file))) {
            channel.write(ByteBuffer.wrap(line.getBytes(US_ASCII)));
            channel.force(true);
        }
    }

    private void refuseIfTooOpen() throws IOException {
        if (OwnerOnly.isPossible(file)
                && Files.getPosixFilePermissions(file).stream().anyMatch(TOO_OPEN::contains)) {
            throw new DamagedVault(
                    "the master key file " + file + " is open to others: chmod 600 it, and consider the key known");
        }
    }

    private byte[] decoded(String line) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException e) {
            throw new DamagedVault("the master key file " + file + " holds no base64");
        }
        if (key.length != MasterKey.LENGTH) {
            throw new DamagedVault("the master key file " + file + " holds " + key.length + " bytes instead of "
                    + MasterKey.LENGTH + " in base64");
        }
        return key;
    }
}
