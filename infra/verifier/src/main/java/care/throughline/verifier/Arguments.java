package care.throughline.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands on the command line. */
record Arguments(Path export, Map<String, String> options) {

    static final String USAGE = "usage: java -jar verifier.jar [--key <vkey or file>] [--known <file>]"
            + " [--witness <vkey or file>] <export>";

    private static final Set<String> OPTIONS = Set.of("--key", "--known", "--witness");

    static Arguments parse(String... words) throws Unchecked {
        Map<String, String> options = new HashMap<>();
        int at = 0;
        while (at + 1 < words.length && OPTIONS.contains(words[at])) {
            options.put(words[at], words[at + 1]);
            at += 2;
        }
        if (at != words.length - 1) {
            throw new Unchecked(USAGE);
        }
        return new Arguments(Path.of(words[at]), options);
    }

    @Nullable Key key(String option) throws Unchecked {
        String value = options.get(option);
        if (value == null) {
            return null;
        }
        return Key.parse(value.contains("+") ? value : read(value));
    }

    String known() throws Unchecked {
        String file = options.get("--known");
        return file == null ? "" : read(file);
    }

    private static String read(String file) throws Unchecked {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new Unchecked(file + " cannot be read");
        }
    }
}
