package care.throughline.query.overnight;

import care.throughline.events.PatientId;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayPicture;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import care.throughline.query.people.People;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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
            values (:stay, :patient, :facility, :class, :status, :began, :discharged, :disposition, :location,
                :historical, :at, case when :status = 'DISCHARGED' then :at::timestamptz end, :position,
                array[:position::bigint])
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
    private final People people;

    Overnight(JdbcClient db) {
        this.db = db;
        this.people = new People(db);
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
    void on(PatientEvent event) {
        people.follow(event);
    }

    @EventHandler
    void on(CareTeamEvent event, Envelope envelope) {
        people.follow(event, envelope.position());
    }

    @EventHandler
    void on(PatientErased event) {
        db.sql("delete from stay where patient_id = any(:records)")
                .param(
                        "records",
                        event.scope().records().stream().map(PatientId::value).toArray(String[]::new))
                .update();
    }

    @EventHandler
    void on(StayEvent event, Envelope envelope) {
        StayPicture after = event.after();
        people.know(after.patient());
        db.sql(SHOW)
                .param("stay", after.stay().value())
                .param("patient", after.patient().value())
                .param("facility", after.facility().value())
                .param("class", after.stayClass().name())
                .param("status", after.status().name())
                .param("began", utc(after.admittedAt() == null ? after.startedAt() : after.admittedAt()))
                .param("discharged", utc(after.dischargedAt()))
                .param(
                        "disposition",
                        after.disposition() == null ? null : after.disposition().code())
                .param("location", after.location())
                .param("historical", after.historical())
                .param("at", utc(envelope.recordedAt()))
                .param("position", envelope.position())
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
