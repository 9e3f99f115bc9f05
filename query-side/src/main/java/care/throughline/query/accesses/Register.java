package care.throughline.query.accesses;

import care.throughline.events.PatientId;
import care.throughline.events.access.AccessEvent;
import care.throughline.events.disclosure.DisclosureEvent;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects one row per access and per disclosure, with the records concerned; merges are followed when it is read. */
@Component
class Register implements Projection {

    static final String NAME = "accesses";

    private static final String DDL = """
            create table access (
                position       bigint primary key,
                occurred_at    timestamptz not null,
                recorded_at    timestamptz not null,
                shown          boolean not null,
                why            text not null,
                actor          text not null,
                role           text not null,
                purpose        text not null,
                source         text not null,
                view           text not null,
                address        text not null,
                patients       text[] not null,
                correlation_id text not null
            );
            create index on access using gin (patients);
            create index on access (actor, position);
            create index on access (occurred_at);
            """ + DisclosureRows.DDL;

    private static final String WRITE = """
            insert into access (position, occurred_at, recorded_at, shown, why, actor, role, purpose, source, view,
                                address, patients, correlation_id)
            values (:position, :at, :recordedAt, :shown, :why, :actor, :role, :purpose, :source, :view,
                    :address, :patients, :correlation)
            on conflict (position) do nothing
            """;

    private final JdbcClient db;
    private final DisclosureRows disclosures;

    Register(JdbcClient db) {
        this.db = db;
        this.disclosures = new DisclosureRows(db);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return DDL;
    }

    @EventHandler
    void on(AccessEvent event, Envelope envelope) {
        switch (event) {
            case AccessEvent.DataShown shown -> write(event, true, shown.why(), envelope);
            case AccessEvent.DataRefused refused -> write(event, false, refused.why(), envelope);
        }
    }

    @EventHandler
    void on(DisclosureEvent event, Envelope envelope) {
        disclosures.write(event, envelope);
    }

    @EventHandler
    void on(PatientErased event) {
        disclosures.letGo(event.scope().records());
    }

    private void write(AccessEvent event, boolean shown, String why, Envelope envelope) {
        db.sql(WRITE)
                .param("position", envelope.position())
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC))
                .param("recordedAt", envelope.recordedAt().atOffset(ZoneOffset.UTC))
                .param("shown", shown)
                .param("why", why)
                .param("actor", envelope.actor())
                .param("role", envelope.role())
                .param("purpose", envelope.purpose())
                .param("source", envelope.source())
                .param("view", event.view())
                .param("address", event.from())
                .param(
                        "patients",
                        event.patients().stream().map(PatientId::value).toArray(String[]::new))
                .param("correlation", envelope.correlationId())
                .update();
    }
}
