package care.throughline.query.audit;

import care.throughline.events.PatientId;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.investigation.InvestigationEvent;
import care.throughline.events.investigation.InvestigationEvent.InvestigationDiscarded;
import care.throughline.events.investigation.InvestigationEvent.InvestigationKeptPrivate;
import care.throughline.events.investigation.InvestigationEvent.InvestigationSaved;
import care.throughline.events.investigation.InvestigationEvent.InvestigationShared;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import java.time.ZoneOffset;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects the saved investigations that nobody discarded; one about a person goes with them. */
@Component
class Investigations implements Projection {

    static final String NAME = "investigations";

    private final JdbcClient db;

    Investigations(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return """
            create table investigation (
                investigation_id text primary key,
                position         bigint not null,
                owner            text not null,
                patient_id       text,
                title            text not null,
                filters          text[] not null,
                filtered_by      text[] not null,
                shared           boolean not null default false,
                saved_at         timestamptz not null
            );
            create index on investigation (owner);
            create index on investigation (patient_id);
            """;
    }

    @EventHandler
    void on(InvestigationEvent event, Envelope envelope) {
        switch (event) {
            case InvestigationSaved saved -> save(saved, envelope.position());
            case InvestigationShared shared -> share(shared, true);
            case InvestigationKeptPrivate kept -> share(kept, false);
            case InvestigationDiscarded discarded ->
                db.sql("delete from investigation where investigation_id = ?")
                        .param(discarded.investigation().value())
                        .update();
        }
    }

    @EventHandler
    void on(PatientErased event) {
        db.sql("delete from investigation where patient_id = any(?)")
                .param(event.scope().recordIds())
                .update();
    }

    /** What was forgotten is not kept at all. */
    private void save(InvestigationSaved event, long position) {
        if (event.title().value().isEmpty() || event.filters().value().isEmpty()) {
            return;
        }
        Map<String, String> filters = event.filters().value().get();
        PatientId patient = event.patient();
        db.sql("""
                        insert into investigation (investigation_id, position, owner, patient_id, title, filters,
                                                   filtered_by, saved_at)
                        values (:investigation, :position, :owner, :patient, :title, :filters, :by, :at)
                        on conflict (investigation_id) do nothing
                        """)
                .param("investigation", event.investigation().value())
                .param("position", position)
                .param("owner", event.by().value())
                .param("patient", patient == null ? null : patient.value())
                .param("title", event.title().value().get())
                .param("filters", filters.keySet().stream().sorted().toArray(String[]::new))
                .param(
                        "by",
                        filters.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(Map.Entry::getValue)
                                .toArray(String[]::new))
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void share(InvestigationEvent event, boolean shared) {
        db.sql("update investigation set shared = ? where investigation_id = ?")
                .param(shared)
                .param(event.investigation().value())
                .update();
    }
}
