package care.throughline.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of an export, in a folder or in a zip file. */
final class Export implements AutoCloseable {

    private final Path root;
    private final @Nullable FileSystem zip;

    private Export(Path root, @Nullable FileSystem zip) {
        this.root = root;
        this.zip = zip;
    }

    static Export open(Path path) throws Unchecked, Altered {
        if (Files.isDirectory(path)) {
            return new Export(path, null);
        }
        if (!Files.isReadable(path)) {
            throw new Unchecked("there is no export at " + path);
        }
        try {
            FileSystem zip = FileSystems.newFileSystem(path);
            return new Export(zip.getPath("/"), zip);
        } catch (IOException | RuntimeException e) {
            throw new Altered("the zip file is damaged or no zip file");
        }
    }

    boolean has(String name) {
        return Files.exists(root.resolve(name));
    }

    String text(String name) throws Altered {
        try {
            return Files.readString(root.resolve(name));
        } catch (IOException e) {
            throw new Altered(name + " is missing or damaged");
        }
    }

    /** The lines of a file that may be large; a byte that is no UTF-8 is an alteration. */
    BufferedReader lines(String name) throws Altered {
        return new BufferedReader(
                new InputStreamReader(
                        stream(name),
                        UTF_8.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
    }

    InputStream stream(String name) throws Altered {
        try {
            return new BufferedInputStream(Files.newInputStream(root.resolve(name)), 1 << 16);
        } catch (IOException e) {
            throw new Altered(name + " is missing or damaged");
        }
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
