package care.throughline.query.restrictions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how somebody stands to restricted charts, across all records of each person, as merges stand now. */
@Component
public class Standings {

    private static final String OF = """
            with shut as (
                select distinct on (p.root_id) p.root_id, c.since, c.by_staff, c.reason
                from restrictions.closed c join patients.person p using (patient_id)
                order by p.root_id, c.since, c.patient_id
            ), member as (
                select p.patient_id, p.root_id, since, by_staff, reason
                from patients.person p join shut using (root_id)
            )
            select asked.patient_id, asked.since, asked.by_staff, asked.reason,
                exists (select 1 from member m join patients.responsibility r using (patient_id)
                        where m.root_id = asked.root_id and r.coordinator = :viewer and r.until is null)
                or exists (select 1 from member m join patients.handoff h using (patient_id)
                           where m.root_id = asked.root_id and h.to_staff = :viewer) as related,
                (select max(g.until) from member m join restrictions.glass g using (patient_id)
                 where m.root_id = asked.root_id and g.staff = :viewer and g.until > :now) as glass_until
            from member asked where asked.patient_id = any (:patients)
            """;

    private final JdbcClient db;

    Standings(JdbcClient db) {
        this.db = db;
    }

    /** The standing to each of these records whose chart is restricted; the others are left out. */
    public Map<String, Standing> of(Collection<String> patients, String viewer, Instant now) {
        Map<String, Standing> standings = new HashMap<>();
        if (!patients.isEmpty()) {
            db.sql(OF)
                    .param("patients", patients.toArray(String[]::new))
                    .param("viewer", viewer)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .query((ResultSet row) -> {
                        standings.put(row.getString("patient_id"), standing(row));
                    });
        }
        return standings;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("glass_until", OffsetDateTime.class);
        return new Standing(
                row.getBoolean("related"),
                until == null ? null : until.toInstant(),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("by_staff"),
                row.getString("reason"));
    }
}
