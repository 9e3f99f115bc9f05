package care.throughline.infra.erasure;

import care.throughline.events.erasure.ErasureId;
import care.throughline.events.erasure.Span;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is left of a person beside the events: in read models, in events that wait to be handled, in the files of tables. */
final class Remains {

    private static final String TAKE_OUT = """
            with gone as (
                delete from processing.dead_letter where exists (
                    select from unnest(:starts, :ends) as span (first, last) where position between first and last)
                returning *)
            insert into processing.discarded_letter
                (id, processor, sequence, position, event_name, cause_type, cause, reason, discarded_by)
            select id, processor, sequence, position, event_name, cause_type, cause, 'the person was erased',
                   'system:erasure' from gone
            """;

    private final DataSource writers;
    private final JdbcClient db;

    /** @param writers connections of the application's role, each statement a transaction of its own */
    Remains(DataSource writers) {
        this.writers = writers;
        this.db = JdbcClient.create(writers);
    }

    /** Every read model there is: a processor with a schema of its own. */
    List<String> readModels() {
        return db.sql("""
                select distinct processor from processing.position
                where processor in (select nspname from pg_namespace) order by 1
                """).query(String.class).list();
    }

    /** Whether all of them have applied everything up to the position. */
    boolean havePassed(List<String> readModels, long position) {
        return db.sql("select count(*) from processing.position where processor = any(:names) and position < :position")
                        .param("names", readModels.toArray(String[]::new))
                        .param("position", position)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** Whether a read model could not let go of the person. */
    boolean isStuck(ErasureId erasure) {
        return db.sql("select exists (select from processing.dead_letter where sequence = ?)")
                .param(erasure.value())
                .query(Boolean.class)
                .single();
    }

    /** Takes events at these positions out of what waits to be handled, and says how many. */
    int takeOutLetters(List<Span> affected) {
        return db.sql(TAKE_OUT)
                .param("starts", affected.stream().map(Span::from).toArray(Long[]::new))
                .param("ends", affected.stream().map(Span::to).toArray(Long[]::new))
                .update();
    }

    /** Writes the tables of these read models anew, because a deleted row stays in its file until then. */
    void scrub(List<String> readModels) {
        List<String> tables = db.sql("""
                select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = any(:names) order by 1
                """)
                .param("names", readModels.toArray(String[]::new))
                .query(String.class)
                .list();
        JdbcTemplate statements = new JdbcTemplate(writers);
        tables.forEach(table -> statements.execute("vacuum (full, analyze) " + table));
    }
}
