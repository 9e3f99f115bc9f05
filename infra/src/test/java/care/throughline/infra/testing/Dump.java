package care.throughline.infra.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that a schema holds, in an order of its own, to compare two generations of a read model byte for byte. */
public final class Dump {

    private final JdbcClient db;

    /** @param db a connection that may read the schemas */
    public Dump(JdbcClient db) {
        this.db = db;
    }

    /** Each table's rows as text, sorted, by the table's name; and the tables' columns and indexes. */
    public Map<String, List<String>> of(String schema) {
        Map<String, List<String>> tables = new TreeMap<>();
        names(schema).forEach(table -> tables.put(table, rows(schema, table)));
        tables.put("(columns)", columns(schema));
        tables.put("(indexes)", indexes(schema));
        return tables;
    }

    private List<String> names(String schema) {
        return db.sql("select table_name from information_schema.tables where table_schema = ? order by table_name")
                .param(schema)
                .query(String.class)
                .list();
    }

    private List<String> rows(String schema, String table) {
        return db.sql("select t::text from " + schema + "." + table + " t order by 1")
                .query(String.class)
                .list();
    }

    private List<String> columns(String schema) {
        return db.sql("""
                select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
                from information_schema.columns where table_schema = ? order by 1
                """).param(schema).query(String.class).list();
    }

    private List<String> indexes(String schema) {
        return db.sql(
                        "select indexname || ' ' || replace(indexdef, schemaname || '.', '') from pg_indexes where schemaname = ?"
                                + " order by 1")
                .param(schema)
                .query(String.class)
                .list();
    }
}
