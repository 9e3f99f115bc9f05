package care.throughline.query.accesses;

import care.throughline.events.PatientId;
import care.throughline.events.disclosure.DisclosureEvent;
import care.throughline.events.disclosure.DisclosureEvent.DisclosureRecorded;
import care.throughline.events.disclosure.DisclosureEvent.DisclosureWithdrawn;
import care.throughline.query.Envelope;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How disclosures are written down; what people typed goes with the person. */
final class DisclosureRows {

    static final String DDL = """
            create table disclosure (
                disclosure_id text primary key,
                position      bigint not null,
                patient_id    text not null,
                basis         text not null,
                recipient     text,
                address       text,
                what          text,
                purpose       text,
                disclosed_at  timestamptz not null,
                recorded_at   timestamptz not null,
                recorded_by   text not null,
                withdrawn_at  timestamptz,
                withdrawn_by  text,
                withdrawal    text
            );
            create index on disclosure (patient_id, position);
            """;

    private static final String RECORD = """
            insert into disclosure (disclosure_id, position, patient_id, basis, recipient, address, what, purpose,
                                    disclosed_at, recorded_at, recorded_by)
            values (:disclosure, :position, :patient, :basis, :recipient, :address, :what, :purpose,
                    :disclosedAt, :recordedAt, :by)
            on conflict (disclosure_id) do nothing
            """;

    private static final String WITHDRAW = """
            update disclosure set withdrawn_at = :at, withdrawn_by = :by, withdrawal = :reason
            where disclosure_id = :disclosure
            """;

    private static final String LET_GO = """
            update disclosure set recipient = null, address = null, what = null, purpose = null, withdrawal = null
            where patient_id = any(:records)
            """;

    private final JdbcClient db;

    DisclosureRows(JdbcClient db) {
        this.db = db;
    }

    void write(DisclosureEvent event, Envelope envelope) {
        switch (event) {
            case DisclosureRecorded told ->
                db.sql(RECORD)
                        .param("disclosure", told.disclosure().value())
                        .param("position", envelope.position())
                        .param("patient", told.patient().value())
                        .param("basis", told.basis().name())
                        .param("recipient", told.recipient().value().orElse(null))
                        .param("address", told.address().value().orElse(null))
                        .param("what", told.what().value().orElse(null))
                        .param("purpose", told.purpose().value().orElse(null))
                        .param("disclosedAt", told.occurredAt().atOffset(ZoneOffset.UTC))
                        .param("recordedAt", envelope.recordedAt().atOffset(ZoneOffset.UTC))
                        .param("by", told.by().value())
                        .update();
            case DisclosureWithdrawn taken ->
                db.sql(WITHDRAW)
                        .param("disclosure", taken.disclosure().value())
                        .param("at", taken.occurredAt().atOffset(ZoneOffset.UTC))
                        .param("by", taken.by().value())
                        .param("reason", taken.reason().value().orElse(null))
                        .update();
        }
    }

    void letGo(Collection<PatientId> records) {
        db.sql(LET_GO)
                .param("records", records.stream().map(PatientId::value).toArray(String[]::new))
                .update();
    }
}
