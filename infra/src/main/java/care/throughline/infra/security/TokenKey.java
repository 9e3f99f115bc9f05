package care.throughline.infra.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;
import java.util.UUID;

/** The key that signs our tokens, kept in a file so that tokens outlive a restart and are good on every node. */
final class TokenKey {

    private static final int BITS = 2048;

    private TokenKey() {}

    /** Reads it, or makes it on the first start; only the owner may read the file.
     *
     * @throws IllegalStateException if the file holds no key
     */
    static RSAKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return RSAKey.parse(Files.readString(file));
        } catch (ParseException damaged) {
            throw new IllegalStateException(
                    "the token key file " + file + " holds no key; remove it to make a new one");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        Files.createFile(fresh, ownerOnly(file));
        Files.writeString(fresh, generated(), StandardOpenOption.WRITE);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            return;
        } finally {
            Files.delete(fresh);
        }
    }

    private static String generated() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this Java cannot make RSA keys", impossible);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)} : new FileAttribute<?>[0];
    }
}
