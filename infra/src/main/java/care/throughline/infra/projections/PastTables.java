package care.throughline.infra.projections;

import care.throughline.query.Projection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets of empty tables that are kept ready for looks into the past, shared by all nodes: whoever holds the lock of a set's
 * number uses it. Nothing is ever committed to them, and what was rolled back is cut out of their files soon after. They are
 * not logged, so that it never was in the log either.
 */
final class PastTables {

    private static final int SETS = 64;
    private static final Pattern CREATED = Pattern.compile("(?m)^\\s*create table ");

    /** The schemas of the set, if nobody else uses it. */
    private static final String LOCK = """
            select coalesce((select array_agg(nspname::text) from pg_namespace where nspname like :prefix), '{}')
            where pg_try_advisory_xact_lock(hashtext('throughline past'), :number)
            """;

    /** Statistics of rows that were there for a moment would mislead the next look. */
    private static final String LEAVE_ALONE = """
            do $$
            declare name text;
            begin
                for name in select tablename from pg_tables where schemaname = current_schema() loop
                    execute format('alter table %I set (autovacuum_enabled = off, toast.autovacuum_enabled = off)', name);
                end loop;
            end $$
            """;

    private static final String SOILED = """
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any(:schemas) and c.relkind = 'r'
              and (pg_relation_size(c.oid) > 0 or c.reltoastrelid <> 0 and pg_relation_size(c.reltoastrelid) > 0)
            """;

    private final JdbcClient db;
    private final TransactionTemplate aside;

    PastTables(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * A set of tables.
     *
     * @param schemas those that it had when it was taken
     */
    record Taken(int number, Set<String> schemas) {}

    /** Takes a set until the end of the running transaction: this one if it is free. */
    Taken take(int preferred) {
        Optional<Taken> taken = tryToTake(preferred);
        for (int number = 1; taken.isEmpty() && number <= SETS; number++) {
            taken = tryToTake(number);
        }
        return taken.orElseThrow(() -> new IllegalStateException("all sets of tables for the past are in use"));
    }

    private Optional<Taken> tryToTake(int number) {
        return db.sql(LOCK)
                .param("prefix", "past\\_" + number + "\\_%")
                .param("number", number)
                .query((row, index) ->
                        new Taken(number, Set.of((String[]) row.getArray(1).getArray())))
                .optional();
    }

    static String schemaOf(int number, String name) {
        return "past_" + number + "_" + name;
    }

    /** What these tables are called in any set; other tables are called otherwise, because nodes may run different releases. */
    static String nameOf(Projection projection) {
        CRC32 sum = new CRC32();
        sum.update(projection.ddl().getBytes(StandardCharsets.UTF_8));
        return "%s_%08x".formatted(projection.name(), sum.getValue());
    }

    /** Creates the tables of a read model for good; whoever calls has taken the set. */
    void create(String schema, Projection projection) {
        aside.executeWithoutResult(status -> {
            db.sql("create schema " + schema).update();
            db.sql("select set_config('search_path', ?, true)")
                    .param(schema)
                    .query(String.class)
                    .single();
            db.sql(CREATED.matcher(projection.ddl()).replaceAll("create unlogged table "))
                    .update();
            db.sql(LEAVE_ALONE).update();
        });
    }

    /** Cuts what is left of former looks out of the files of all sets that nobody uses, and drops those of other releases. */
    void clean(Set<String> known) {
        List<Integer> numbers = db.sql("select distinct substring(nspname from 'past_([0-9]+)_')::int from pg_namespace"
                        + " where nspname like 'past\\_%' order by 1")
                .query(Integer.class)
                .list();
        numbers.forEach(number -> aside.executeWithoutResult(
                status -> tryToTake(number).ifPresent(taken -> clean(taken.schemas(), known))));
    }

    private void clean(Set<String> schemas, Set<String> known) {
        List<String> soiled = db.sql(SOILED)
                .param("schemas", schemas.toArray(String[]::new))
                .query(String.class)
                .list();
        if (!soiled.isEmpty()) {
            db.sql("truncate " + String.join(", ", soiled)).update();
        }
        schemas.stream()
                .filter(schema -> known.stream().noneMatch(schema::endsWith))
                .forEach(schema -> db.sql("drop schema " + schema + " cascade").update());
    }
}
