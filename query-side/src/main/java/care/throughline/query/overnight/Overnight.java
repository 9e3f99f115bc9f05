package care.throughline.query.overnight;

import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayPicture;
import care.throughline.query.Batch;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import care.throughline.query.people.People;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Projects every stay as it stands, with the moment we first learned of it. */
@Component
class Overnight implements Projection {

    static final String NAME = "overnight";

    private static final String DDL = People.DDL + """
            create table stay (
                stay_id       text primary key,
                patient_id    text not null,
                facility      text not null,
                stay_class    text not null,
                status        text not null,
                began_at      timestamptz,
                discharged_at timestamptz,
                disposition   text,
                location      text,
                historical    boolean not null,
                learned_at    timestamptz not null,
                discharge_learned_at timestamptz,
                position      bigint not null,
                receipt       bigint[] not null
            );
            create index on stay (began_at);
            create index on stay (discharged_at);
            create index on stay (patient_id);
            """;

    private static final String SHOW = """
            insert into stay as s (stay_id, patient_id, facility, stay_class, status, began_at, discharged_at,
                disposition, location, historical, learned_at, discharge_learned_at, position, receipt)
            select stay, patient, facility, "stayClass", status, began, discharged, disposition, location, historical,
                learned, case when status = 'DISCHARGED' then learned end, position, array[position]
            from json_to_recordset(cast(:stays as json)) as told (
                stay text, patient text, facility text, "stayClass" text, status text, began timestamptz,
                discharged timestamptz, disposition text, location text, historical boolean, learned timestamptz,
                position bigint)
            on conflict (stay_id) do update set
                patient_id = excluded.patient_id, facility = excluded.facility, stay_class = excluded.stay_class,
                status = excluded.status, began_at = excluded.began_at, discharged_at = excluded.discharged_at,
                disposition = excluded.disposition, location = excluded.location, historical = excluded.historical,
                discharge_learned_at = case when excluded.status = 'DISCHARGED'
                    then coalesce(s.discharge_learned_at, excluded.learned_at) end,
                position = excluded.position, receipt = s.receipt || excluded.position
            where s.position < excluded.position
            """;

    private final JdbcClient db;
    private final Batch batch;
    private final People people;
    private final JsonMapper json = JsonMapper.shared();
    private final Consumer<List<Told>> showing = this::show;

    Overnight(JdbcClient db, Batch batch) {
        this.db = db;
        this.batch = batch;
        this.people = new People(db, batch);
    }

    /** A stay as it stands after an event; the names are those of the statement. */
    private record Told(
            String stay,
            String patient,
            String facility,
            String stayClass,
            String status,
            @Nullable Instant began,
            @Nullable Instant discharged,
            @Nullable String disposition,
            @Nullable String location,
            boolean historical,
            Instant learned,
            long position) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return DDL;
    }

    @EventHandler
    void on(PatientEvent event) {
        people.follow(event);
    }

    @EventHandler
    void on(CareTeamEvent event, Envelope envelope) {
        people.follow(event, envelope.position());
    }

    @EventHandler
    void on(PatientErased event) {
        batch.seeing(db)
                .sql("delete from stay where patient_id = any(:records)")
                .param("records", event.scope().recordIds())
                .update();
    }

    @EventHandler
    void on(StayEvent event, Envelope envelope) {
        StayPicture after = event.after();
        people.know(after.patient());
        Told told = new Told(
                after.stay().value(),
                after.patient().value(),
                after.facility().value(),
                after.stayClass().name(),
                after.status().name(),
                after.admittedAt() == null ? after.startedAt() : after.admittedAt(),
                after.dischargedAt(),
                after.disposition() == null ? null : after.disposition().code(),
                after.location(),
                after.historical(),
                envelope.recordedAt(),
                envelope.position());
        batch.write(told.stay(), told, showing);
    }

    private void show(List<Told> stays) {
        db.sql(SHOW).param("stays", json.writeValueAsString(stays)).update();
    }
}
