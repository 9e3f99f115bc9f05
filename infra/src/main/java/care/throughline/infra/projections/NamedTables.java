package care.throughline.infra.projections;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the schema before the tables of one read model in statements that name them without. A changed search path would mean
 * the same, and would have every statement prepared anew.
 */
final class NamedTables {

    private static final Pattern CREATED = Pattern.compile("(?m)^\\s*create table (\\w+)");

    private final Pattern mentioned;
    private final String schema;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** @param ddl creates the tables */
    NamedTables(String ddl, String schema) {
        String tables =
                CREATED.matcher(ddl).results().map(found -> found.group(1)).collect(Collectors.joining("|"));
        this.mentioned = Pattern.compile("\\b(from|join|into|update|using)(\\s+)(" + tables + ")\\b(?!\\.)");
        this.schema = schema;
    }

    /** The statement with the schema in it; handlers have few statements, which are kept. */
    String in(String statement) {
        return known.computeIfAbsent(statement, sql -> mentioned.matcher(sql).replaceAll("$1$2" + schema + ".$3"));
    }
}
