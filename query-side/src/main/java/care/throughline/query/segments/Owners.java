package care.throughline.query.segments;

import care.throughline.events.PerformerId;
import care.throughline.events.Sensitivity;
import care.throughline.query.segments.Owner.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whose data is labelled and how a viewer stands to it, across all records of each person, as merges stand now. */
@Component
public class Owners {

    private static final String ASKED = """
            with asked as (
                select o.owner, o.label, o.author, p.root_id
                from segments.owner o left join patients.person p on p.patient_id = o.patient_id
                where %s
            )
            select a.owner, a.label, a.author = :viewer as own,
                array(select c.consent_id from patients.person q join segments.consent c using (patient_id)
                      where q.root_id = a.root_id and c.covers = a.label and %2$s order by c.given_at, 1) as consents,
                array(select concat_ws('|', array_to_string(c.purposes, ' '), c.recipient, c.expires_on)
                      from patients.person q join segments.consent c using (patient_id)
                      where q.root_id = a.root_id and c.covers = a.label and %2$s
                      order by c.given_at, c.consent_id) as scopes,
                exists (select from patients.person q join patients.responsibility r using (patient_id)
                        where q.root_id = a.root_id and r.coordinator = :viewer and r.until is null)
                or exists (select from patients.person q join patients.handoff h using (patient_id)
                           where q.root_id = a.root_id and h.to_staff = :viewer) as related,
                exists (select from patients.person q join restrictions.glass g using (patient_id)
                        where q.root_id = a.root_id and g.staff = :viewer and g.code = 'EMERGENCY'
                          and g.until > :now) as emergency
            from asked a
            """;

    private static final String IN_FORCE = """
            c.revoked_at is null and (c.expires_on is null or c.expires_on >= :today)
            and :purpose = any(c.purposes)
            and case when c.recipient = 'PERFORMER' then c.performer = :viewer else not :outside end
            """;

    private static final String OF_EVERYBODY = ASKED.formatted("true", IN_FORCE);
    private static final String OF_THESE = ASKED.formatted("""
            o.patient_id in (select one.patient_id from patients.person one join patients.person two using (root_id)
                             where two.patient_id = any(:patients))
            """, IN_FORCE);

    private final JdbcClient db;
    private final ZoneId zone;

    Owners(JdbcClient db, ZoneId zone) {
        this.db = db;
        this.zone = zone;
    }

    /** Somebody who looks: a member of staff, or a performer, who is a recipient only by name; for a purpose of use (HL7 ActReason), now. */
    public record Viewer(String account, String purpose, Instant now) {}

    /** All labelled data there is. */
    public List<Owner> of(Viewer viewer) {
        return of(viewer, db.sql(OF_EVERYBODY));
    }

    /** The labelled data of the people to whom these records belong. */
    public List<Owner> of(Viewer viewer, Collection<String> patients) {
        return patients.isEmpty()
                ? List.of()
                : of(viewer, db.sql(OF_THESE).param("patients", patients.toArray(String[]::new)));
    }

    private List<Owner> of(Viewer viewer, JdbcClient.StatementSpec statement) {
        return statement
                .param("viewer", viewer.account())
                .param("outside", viewer.account().startsWith(PerformerId.PREFIX))
                .param("purpose", viewer.purpose())
                .param("now", viewer.now().atOffset(ZoneOffset.UTC))
                .param("today", LocalDate.ofInstant(viewer.now(), zone))
                .query(Owners::owner)
                .list();
    }

    private static Owner owner(ResultSet row, int number) throws SQLException {
        String[] consents = (String[]) row.getArray("consents").getArray();
        String[] scopes = (String[]) row.getArray("scopes").getArray();
        List<Scope> all = new ArrayList<>();
        for (int i = 0; i < consents.length; i++) {
            all.add(new Scope(consents[i], ConsentWords.scope(scopes[i])));
        }
        return new Owner(
                row.getString("owner"),
                Sensitivity.valueOf(row.getString("label")),
                List.copyOf(all),
                row.getBoolean("related"),
                row.getBoolean("own"),
                row.getBoolean("emergency"));
    }
}
