package care.throughline.query.segments;

import care.throughline.events.PatientId;
import care.throughline.query.Accesses;
import care.throughline.query.Sealed;
import care.throughline.query.segments.ConsentFile.Consent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a person's consents; one to data that is sealed from the viewer is sealed like the data, for it tells of it. */
@Component
class ConsentFiles {

    private static final String PERSON = """
            select root.patient_id, root.name from patients.person asked
            join patients.person root on root.patient_id = asked.root_id where asked.patient_id = :patient
            """;

    private static final String CONSENTS = """
            select c.*, d.name as performer_name, c.revoked_at is null and (c.expires_on is null or c.expires_on >= :today) as in_force
            from segments.consent c join patients.person p using (patient_id)
            left join directory.performer d on d.performer_id = c.performer
            where p.root_id = :patient #
            order by in_force desc, c.given_at desc, c.consent_id
            """;

    private static final String EMERGENCY = """
            select max(g.until) from restrictions.glass g join patients.person p using (patient_id)
            where p.root_id = :patient and g.staff = :viewer and g.code = 'EMERGENCY' and g.until > :now
            """;

    private final JdbcClient db;
    private final Accesses accesses;
    private final Clock clock;
    private final ZoneId zone;

    ConsentFiles(JdbcClient db, Accesses accesses, Clock clock, ZoneId zone) {
        this.db = db;
        this.accesses = accesses;
        this.clock = clock;
        this.zone = zone;
    }

    /** The file of the person that this record belongs to, or empty if there is no such record. */
    Optional<ConsentFile> show(PatientId patient, String viewer) {
        return db.sql(PERSON)
                .param("patient", patient.value())
                .query((row, number) ->
                        new ConsentFile(row.getString("patient_id"), row.getString("name"), List.of(), null))
                .optional()
                .map(person -> filled(person, viewer));
    }

    private ConsentFile filled(ConsentFile person, String viewer) {
        Sealed sealed = accesses.sealed(List.of(person.patient()));
        accesses.shows(List.of(person.patient()));
        Instant now = clock.instant();
        List<Consent> consents = sealed.in(
                        db.sql(CONSENTS.replace("#", sealed.openOwner("c.covers || ' ' || c.patient_id"))))
                .param("patient", person.patient())
                .param("today", LocalDate.ofInstant(now, zone))
                .query(ConsentFiles::consent)
                .list();
        return new ConsentFile(person.patient(), person.name(), consents, emergency(person.patient(), viewer, now));
    }

    private @Nullable Instant emergency(String patient, String viewer, Instant now) {
        return db.sql(EMERGENCY)
                .param("patient", patient)
                .param("viewer", viewer)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Optional.ofNullable(instant(row, "max")))
                .single()
                .orElse(null);
    }

    private static Consent consent(ResultSet row, int number) throws SQLException {
        return new Consent(
                row.getString("consent_id"),
                row.getString("patient_id"),
                row.getString("covers"),
                List.of((String[]) row.getArray("purposes").getArray()),
                row.getString("recipient"),
                row.getString("performer"),
                row.getString("performer_name"),
                Objects.requireNonNull(row.getObject("signed_on", LocalDate.class)),
                row.getObject("expires_on", LocalDate.class),
                row.getString("form"),
                row.getString("given_by"),
                Objects.requireNonNull(instant(row, "given_at")),
                row.getString("revoked_by"),
                instant(row, "revoked_at"),
                row.getString("words"),
                row.getBoolean("in_force"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
