package care.throughline.infra.ledger;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the rows of the store by position, a page at a time. */
final class StoredEntries {

    static final int PAGE = 2_048;

    private static final String BETWEEN =
            "select " + StoredEntry.COLUMNS + " from store.event where position between ? and ? order by position";

    private final JdbcTemplate jdbc;

    StoredEntries(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** From one position to another, both included, at most a page. */
    List<StoredEntry> between(long from, long to) {
        return jdbc.query(BETWEEN, StoredEntry::from, from, Math.min(to, from + PAGE - 1));
    }

    /** The last position, or -1. */
    long head() {
        return jdbc.queryForList("select coalesce(max(position), -1) from store.event", Long.class)
                .getFirst();
    }
}
