package care.throughline.infra.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the project, wherever the tests are started from. */
public final class Repository {

    private Repository() {}

    /** A file or folder, by its path from the top of the project. */
    public static Path path(String fromTop) {
        Path folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("there is no .mvn above " + System.getProperty("user.dir"));
            }
            folder = parent;
        }
        return folder.resolve(fromTop);
    }
}
