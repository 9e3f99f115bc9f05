package care.throughline.infra.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of a base backup with their hashes, written as {@code sha256sum} does, so that it can check them, too. */
record FileList(Map<Path, String> hashes) {

    private static final String FILE = "files.sha256";
    private static final int HASH = 64;

    FileList {
        hashes = new TreeMap<>(hashes);
    }

    static FileList read(Path base) throws IOException {
        Map<Path, String> hashes = new TreeMap<>();
        for (String line : Files.readAllLines(base.resolve(FILE))) {
            hashes.put(Path.of(line.substring(HASH + 2)), line.substring(0, HASH));
        }
        return new FileList(hashes);
    }

    void write(Path base) throws IOException {
        Files.writeString(
                base.resolve(FILE),
                hashes.entrySet().stream()
                        .map(one -> one.getValue() + "  " + one.getKey() + "\n")
                        .collect(Collectors.joining()));
    }
}
