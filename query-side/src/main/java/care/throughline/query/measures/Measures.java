package care.throughline.query.measures;

import care.throughline.events.patient.PatientEvent;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Complexity;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.Outcome;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.Batch;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what the measures are computed from; days are counted in the organisation's time zone. */
@Component
class Measures implements Projection {

    static final String NAME = "measures";

    private final JdbcClient db;
    private final ZoneId zone;
    private final Episodes episodes;

    Measures(JdbcClient db, Batch batch, ZoneId zone) {
        this.db = db;
        this.zone = zone;
        this.episodes = new Episodes(db, batch, new IndexDischarges(zone));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return Episodes.DDL + """
                create table transition (
                  transition_id text primary key,
                  patient_id text not null,
                  facility text not null,
                  discharge_date date not null,
                  contact_due date not null,
                  visit7_due date not null,
                  visit14_due date not null,
                  high_complexity boolean not null default false,
                  state text not null,
                  ended_on date,
                  contact_on date,
                  failed_attempts date[] not null default '{}',
                  visit_on date,
                  receipt bigint[] not null);
                create index transition_by_date on transition (discharge_date, facility);
                """;
    }

    @EventHandler
    void on(StayEvent event, Envelope at) {
        episodes.told(event.after(), at.position());
    }

    @EventHandler
    void on(StayEvent.ReportNoted event) {
        // nothing changed
    }

    @EventHandler
    void on(PatientEvent.MergedInto event) {
        episodes.merged(event.patient(), event.survivor());
    }

    @EventHandler
    void on(PatientEvent.Unmerged event) {
        episodes.unmerged(event.patient(), event.from());
    }

    @EventHandler
    void on(TransitionEvent.Opened event, Envelope at) {
        discharged(event, event.discharge(), event.clocks(), at);
    }

    @EventHandler
    void on(TransitionEvent.DischargeCorrected event, Envelope at) {
        discharged(event, event.discharge(), event.clocks(), at);
    }

    @EventHandler
    void on(TransitionEvent.Resumed event, Envelope at) {
        discharged(event, event.discharge(), event.clocks(), at);
    }

    @EventHandler
    void on(TransitionEvent.Voided event, Envelope at) {
        set("state = 'VOID', ended_on = :day", event, at);
    }

    @EventHandler
    void on(TransitionEvent.EndedByReadmission event, Envelope at) {
        set("state = 'READMITTED', ended_on = :day", event, at);
    }

    @EventHandler
    void on(TransitionEvent.EndedByDeath event, Envelope at) {
        set("state = 'DIED', ended_on = :day", event, at);
    }

    @EventHandler
    void on(TransitionEvent.ContactMade event, Envelope at) {
        set("contact_on = least(contact_on, :day)", event, at);
    }

    @EventHandler
    void on(TransitionEvent.VisitKept event, Envelope at) {
        set("visit_on = least(visit_on, :day)", event, at);
    }

    @EventHandler
    void on(TransitionEvent.ComplexityJudged event, Envelope at) {
        set("high_complexity = " + (event.complexity() == Complexity.HIGH), event, at);
    }

    @EventHandler
    void on(TransitionEvent.OutreachAttempted event, Envelope at) {
        if (event.outcome() != Outcome.REACHED) {
            set("failed_attempts = array_append(failed_attempts, :day)", event, at);
        }
    }

    private void discharged(TransitionEvent event, Discharge discharge, Clocks clocks, Envelope at) {
        db.sql("""
                insert into transition (transition_id, patient_id, facility, discharge_date, contact_due, visit7_due,
                    visit14_due, state, receipt)
                values (:id, :patient, :facility, :date, :contact, :visit7, :visit14, 'OPEN', array[:position::bigint])
                on conflict (transition_id) do update set patient_id = excluded.patient_id,
                    facility = excluded.facility, discharge_date = excluded.discharge_date,
                    contact_due = excluded.contact_due, visit7_due = excluded.visit7_due,
                    visit14_due = excluded.visit14_due, state = 'OPEN', ended_on = null,
                    receipt = transition.receipt || excluded.receipt""")
                .param("id", event.transition().value())
                .param("patient", discharge.patient().value())
                .param("facility", discharge.facility().value())
                .param("date", discharge.date())
                .param("contact", clocks.contactDue())
                .param("visit7", clocks.visit7Due())
                .param("visit14", clocks.visit14Due())
                .param("position", at.position())
                .update();
    }

    private void set(String assignments, TransitionEvent event, Envelope at) {
        db.sql("update transition set " + assignments
                        + ", receipt = array_append(receipt, :position::bigint) where transition_id = :id")
                .param("day", day(event.occurredAt()))
                .param("position", at.position())
                .param("id", event.transition().value())
                .update();
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
