package care.throughline.query.segments;

import care.throughline.events.PerformerId;
import care.throughline.events.Personal;
import care.throughline.events.consent.ConsentEvent;
import care.throughline.events.consent.ConsentEvent.Given;
import care.throughline.events.consent.ConsentEvent.Revoked;
import care.throughline.events.consent.Terms;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The consents as they were signed and taken back; whether one holds is asked of the day, not stored. */
final class ConsentTable {

    static final String DDL = """
            create table consent (
                consent_id text primary key,
                patient_id text not null,
                covers     text not null,
                purposes   text[] not null,
                recipient  text not null,
                performer  text,
                signed_on  date not null,
                expires_on date,
                form       text,
                given_by   text not null,
                given_at   timestamptz not null,
                revoked_by text,
                revoked_at timestamptz,
                words      text
            );
            create index on consent (patient_id);
            """;

    private static final String GIVE = """
            insert into consent (consent_id, patient_id, covers, purposes, recipient, performer, signed_on, expires_on,
                                 form, given_by, given_at)
            values (:consent, :patient, :covers, :purposes, :recipient, :performer, :signedOn, :expiresOn,
                    :form, :by, :at)
            on conflict (consent_id) do nothing
            """;

    private static final String REVOKE = """
            update consent set revoked_by = :by, revoked_at = :at, words = :words where consent_id = :consent
            """;

    private final JdbcClient db;

    ConsentTable(JdbcClient db) {
        this.db = db;
    }

    void tell(ConsentEvent event) {
        switch (event) {
            case Given given -> give(given, given.terms());
            case Revoked revoked ->
                db.sql(REVOKE)
                        .param("consent", revoked.consent().value())
                        .param("by", revoked.by().value())
                        .param("at", at(revoked.occurredAt()))
                        .param("words", text(revoked.words()))
                        .update();
        }
    }

    void letGo(String[] records) {
        db.sql("delete from consent where patient_id = any(:records)")
                .param("records", records)
                .update();
    }

    private void give(Given event, Terms terms) {
        List<String> purposes =
                terms.purposes().stream().map(Enum::name).sorted().toList();
        db.sql(GIVE)
                .param("consent", event.consent().value())
                .param("patient", event.patient().value())
                .param("covers", terms.covers().name())
                .param("purposes", purposes.toArray(String[]::new))
                .param("recipient", terms.recipient().name())
                .param("performer", performer(terms.performer()))
                .param("signedOn", terms.signedOn())
                .param("expiresOn", terms.expiresOn())
                .param("form", text(event.form()))
                .param("by", event.by().value())
                .param("at", at(event.occurredAt()))
                .update();
    }

    private static @Nullable String performer(@Nullable PerformerId performer) {
        return performer == null ? null : performer.value();
    }

    private static @Nullable String text(Personal<String> words) {
        return words.value().orElse(null);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
