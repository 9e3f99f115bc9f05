package care.throughline.infra.sealing;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files that their owner alone may read, where the file system knows of owners. */
final class OwnerOnly {

    private OwnerOnly() {}

    /** The attributes with which such a file is made. */
    static FileAttribute<?>[] of(Path file) {
        return isPossible(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    static boolean isPossible(Path file) {
        return Files.getFileAttributeView(
                        file.resolveSibling("."), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                != null;
    }
}
