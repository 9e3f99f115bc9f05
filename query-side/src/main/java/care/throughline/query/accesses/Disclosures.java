package care.throughline.query.accesses;

import care.throughline.events.PatientId;
import care.throughline.events.disclosure.Basis;
import care.throughline.query.Accesses;
import care.throughline.query.web.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was told of a person to others outside, under all their records as merges stand now. */
@Component
class Disclosures {

    private static final String FIND = """
            select * from accesses.disclosure
            where patient_id = any (select patient_id from patients.person where root_id =
                                    (select root_id from patients.person where patient_id = :patient))
              and disclosed_at >= :since and disclosed_at < :until and position < :before
            order by position desc limit :limit
            """;

    private static final String NAME = """
            select r.family, r.given from patients.person p join patients.person r on r.patient_id = p.root_id
            where p.patient_id = :patient
            """;

    private final JdbcClient db;
    private final Accesses accesses;

    Disclosures(JdbcClient db, Accesses accesses) {
        this.db = db;
        this.accesses = accesses;
    }

    /** Those of this time that were recorded before this position, the last recorded first, at most {@code limit}. */
    List<Disclosure> find(PatientId patient, Instant since, Instant until, long before, int limit) {
        accesses.shows(List.of(patient.value()));
        return db.sql(FIND)
                .param("patient", patient.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("before", before)
                .param("limit", limit)
                .query(Disclosures::disclosure)
                .list();
    }

    /** How the person is called, as known now. */
    String nameOf(PatientId patient) {
        accesses.shows(List.of(patient.value()));
        return db.sql(NAME)
                .param("patient", patient.value())
                .query((row, number) -> Words.name(row.getString("family"), row.getString("given")))
                .optional()
                .orElse("Name not known");
    }

    private static Disclosure disclosure(ResultSet row, int number) throws SQLException {
        Instant withdrawn = instant(row, "withdrawn_at");
        return new Disclosure(
                row.getString("disclosure_id"),
                row.getLong("position"),
                row.getString("patient_id"),
                Basis.valueOf(row.getString("basis")),
                row.getString("recipient"),
                row.getString("address"),
                row.getString("what"),
                row.getString("purpose"),
                Objects.requireNonNull(instant(row, "disclosed_at")),
                Objects.requireNonNull(instant(row, "recorded_at")),
                row.getString("recorded_by"),
                withdrawn == null
                        ? null
                        : new Disclosure.Withdrawal(
                                row.getString("withdrawn_by"), withdrawn, row.getString("withdrawal")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
