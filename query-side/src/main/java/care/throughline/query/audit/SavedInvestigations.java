package care.throughline.query.audit;

import care.throughline.query.Accesses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads saved investigations: one's own, and those that others share. */
@Component
class SavedInvestigations {

    private static final String VISIBLE = """
            select * from investigations.investigation where owner = :viewer or shared
            order by owner <> :viewer, position desc limit 200
            """;

    private final JdbcClient db;
    private final Accesses accesses;

    SavedInvestigations(JdbcClient db, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
    }

    /** At most 200, the viewer's own first, the last saved first; whom they name is told as an access. */
    List<Saved> visibleTo(String viewer) {
        List<Saved> saved = db.sql(VISIBLE)
                .param("viewer", viewer)
                .query(SavedInvestigations::row)
                .list();
        accesses.shows(saved.stream()
                .map(one -> one.filters().getOrDefault("patient", ""))
                .filter(patient -> !patient.isEmpty())
                .toList());
        return saved;
    }

    private static Saved row(ResultSet row, int number) throws SQLException {
        String[] names = (String[]) row.getArray("filters").getArray();
        String[] values = (String[]) row.getArray("filtered_by").getArray();
        Map<String, String> filters = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            filters.put(names[i], values[i]);
        }
        return new Saved(
                row.getString("investigation_id"),
                row.getString("owner"),
                row.getBoolean("shared"),
                row.getString("title"),
                filters,
                Objects.requireNonNull(row.getObject("saved_at", OffsetDateTime.class))
                        .toInstant());
    }
}
