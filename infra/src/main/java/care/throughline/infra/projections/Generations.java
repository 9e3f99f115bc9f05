package care.throughline.infra.projections;

import care.throughline.query.Projection;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The schemas of a read model: the one that serves, the one being filled, the one that has served. */
final class Generations {

    private static final String REFUSED = "refused";

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Generations(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Changes whenever the version or the tables do. */
    static String editionOf(Projection projection) {
        CRC32 sum = new CRC32();
        sum.update(projection.ddl().getBytes(StandardCharsets.UTF_8));
        return "%d-%08x".formatted(projection.version(), sum.getValue());
    }

    static String rebuilt(String name) {
        return name + "_rebuild";
    }

    private static String retired(String name) {
        return name + "_retired";
    }

    /** Creates an empty generation at the beginning of the store, unless there is one already; returns its edition. */
    String createOnce(String schema, String ddl, String edition) {
        return inTransaction(() -> {
            lock(schema);
            Optional<String> existing = find(schema);
            if (existing.isEmpty()) {
                create(schema, ddl, edition);
            }
            return existing.orElse(edition);
        });
    }

    /** Notes the beginning of the store as the position, unless there is one already. */
    void beginOnce(String processor, String edition) {
        inTransaction(() -> db.sql("""
                        insert into processing.position (processor, segment, position, edition) values (?, 0, -1, ?)
                        on conflict do nothing
                        """).params(processor, edition).update());
    }

    /** Drops the generation and what is known of it, to begin anew. */
    void drop(String schema) {
        inTransaction(() -> {
            lock(schema);
            db.sql("drop schema if exists " + schema + " cascade").update();
            db.sql("delete from processing.position where processor = ?")
                    .param(schema)
                    .update();
            db.sql("delete from processing.dead_letter where processor = ?")
                    .param(schema)
                    .update();
            return schema;
        });
    }

    private void create(String schema, String ddl, String edition) {
        db.sql("drop schema if exists " + schema + " cascade").update();
        db.sql("create schema " + schema).update();
        db.sql("select set_config('search_path', ?, true)")
                .param(schema)
                .query(String.class)
                .single();
        db.sql(ddl).update();
        db.sql("insert into processing.position (processor, segment, position, edition) values (?, 0, -1, ?)")
                .params(schema, edition)
                .update();
    }

    /** Takes all claims back from a node that was killed; only right where no other can be alive. */
    void forgetOwners() {
        inTransaction(() -> db.sql("update processing.position set owner = null where owner <> ?")
                .param(REFUSED)
                .update());
    }

    /** No node can claim the position until it is healed; false, and nothing done, if that is so already or it is no longer there. */
    boolean refuse(String name, long position) {
        return inTransaction(() -> db.sql("""
                        update processing.position set owner = :refused, claimed_at = 'infinity'
                        where processor = :name and position = :position and owner is distinct from :refused
                        """)
                        .param("refused", REFUSED)
                        .param("name", name)
                        .param("position", position)
                        .update())
                > 0;
    }

    /** Where a processor is, -1 if nowhere yet, and whether it was refused there; both of the same moment. */
    Standing standingOf(String name) {
        return db.sql("""
                        select coalesce(min(position), -1) as position, coalesce(bool_or(owner = ?), false) as refused
                        from processing.position where processor = ?
                        """)
                .params(REFUSED, name)
                .query((row, number) -> new Standing(row.getLong("position"), row.getBoolean("refused")))
                .single();
    }

    record Standing(long position, boolean refused) {}

    /** Puts a position back to the end of the store, and gives up letters about events that are not there; returns it. */
    long setBack(String processor, long end) {
        return inTransaction(() -> {
            db.sql("delete from processing.dead_letter where processor = ? and position > ?")
                    .params(processor, end)
                    .update();
            return db.sql("""
                            update processing.position set position = least(position, ?), owner = null
                            where processor = ? returning position
                            """).params(end, processor).query(Long.class).single();
        });
    }

    /** From now on no node can store a position for the processor; returns where it stays. */
    long freeze(String name) {
        return inTransaction(() -> db.sql("""
                        update processing.position
                        set owner = case owner when :refused then owner else 'rebuild' end,
                            claimed_at = case owner when :refused then claimed_at
                                else clock_timestamp() + interval '2 minutes' end
                        where processor = :name returning position
                        """)
                .param("refused", REFUSED)
                .param("name", name)
                .query(Long.class)
                .single());
    }

    /** Lets whoever comes first go on from where it was frozen. */
    void thaw(String name) {
        inTransaction(
                () -> db.sql("update processing.position set owner = null where processor = ? and owner = 'rebuild'")
                        .param(name)
                        .update());
    }

    /** Puts the filled generation in the place of the one that serves, with its position and its dead letters. */
    void swap(String name) {
        String filled = rebuilt(name);
        inTransaction(() -> {
            lock(name);
            db.sql("drop schema if exists " + retired(name) + " cascade").update();
            db.sql("alter schema " + name + " rename to " + retired(name)).update();
            db.sql("alter schema " + filled + " rename to " + name).update();
            db.sql("delete from processing.position where processor = ?")
                    .param(name)
                    .update();
            db.sql("update processing.position set processor = ?, owner = null where processor = ?")
                    .params(name, filled)
                    .update();
            db.sql("delete from processing.dead_letter where processor = ?")
                    .param(name)
                    .update();
            db.sql("update processing.dead_letter set processor = ? where processor = ?")
                    .params(name, filled)
                    .update();
            return name;
        });
    }

    /** Drops the generation that has served, as soon as nobody reads it any more. */
    void dropRetired(String name) {
        inTransaction(() ->
                db.sql("drop schema if exists " + retired(name) + " cascade").update());
    }

    long positionOf(String processor) {
        return db.sql("select min(position) from processing.position where processor = ?")
                .param(processor)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    private Optional<String> find(String schema) {
        return db.sql("select edition from processing.position where processor = ?")
                .param(schema)
                .query(String.class)
                .optional();
    }

    private void lock(String schema) {
        db.sql("select pg_advisory_xact_lock(hashtext('throughline generation'), hashtext(?))")
                .param(schema)
                .query((row, number) -> 1)
                .single();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
