package care.throughline.infra.projections;

import java.util.regex.Pattern;

/**
 * What one processor does.
 *
 * @param name of the processor; its position and dead letters are kept under it
 * @param schema in which its handlers' unqualified table names are found
 * @param edition of its tables and handlers; positions of another edition are not touched
 * @param handlers an object with {@code @EventHandler} methods
 * @param onlyNewEvents whether it begins at the head when it has no position yet
 * @param batch the most events in one transaction
 */
record Work(String name, String schema, String edition, Object handlers, boolean onlyNewEvents, int batch) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

    Work {
        if (!NAME.matcher(name).matches() || !NAME.matcher(schema).matches()) {
            throw new IllegalArgumentException("names of processors have lower case letters and underscores: " + name);
        }
    }
}
