package care.throughline.infra.backup;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator asked for on the command line, and where this installation lies.
 *
 * @param said by name, without what was left empty
 * @param data the data directory
 * @param port of the embedded PostgreSQL
 */
record Order(Map<String, String> said, Path data, int port) {

    Order {
        said = Map.copyOf(said);
    }

    /** Reads {@code --name=value}, and {@code THROUGHLINE_DATA} and {@code THROUGHLINE_DB_PORT} from the environment.
     *
     * @throws Refused if an argument is none, or the database is not the embedded one
     */
    static Order read(String[] arguments, Map<String, String> environment) {
        if (!environment.getOrDefault("THROUGHLINE_DB_URL", "").isBlank()) {
            throw new Refused("THROUGHLINE_DB_URL names a PostgreSQL of yours: back it up and restore it with its own"
                    + " tools, as infra/docs/operations.md says. This command is for the embedded one.");
        }
        Map<String, String> said = new HashMap<>();
        for (String argument : arguments) {
            int end = argument.indexOf('=');
            if (!argument.startsWith("--") || end < 0) {
                throw new Refused("This is not understood: " + argument);
            }
            if (end + 1 < argument.length()) {
                said.put(argument.substring(2, end), argument.substring(end + 1));
            }
        }
        return new Order(
                said,
                absolute(environment.getOrDefault("THROUGHLINE_DATA", "data")),
                Integer.parseInt(environment.getOrDefault("THROUGHLINE_DB_PORT", "25432")));
    }

    /** Where the embedded PostgreSQL keeps its files. */
    Path postgres() {
        return data.resolve("postgres");
    }

    Optional<Path> path(String name) {
        return Optional.ofNullable(said.get(name)).map(Order::absolute);
    }

    /** @throws Refused if it was not said */
    Path neededPath(String name, String what) {
        return path(name).orElseThrow(() -> new Refused("Say " + what + " with -D" + name + "=..."));
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}
