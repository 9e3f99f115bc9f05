package care.throughline.query.calendar;

import care.throughline.events.DomainEvent;
import care.throughline.events.PatientId;
import care.throughline.events.appointment.AppointmentEvent;
import care.throughline.events.appointment.CalendarFeedEvent;
import care.throughline.events.appointment.RoutineEvent;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.Batch;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import care.throughline.query.people.People;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Projects who is where when: the appointments that were booked here, and those whose time stands in a referral or a
 * transition, side by side; after each change to any side it is worked out what does not fit and what is left to do.
 */
@Component
class Calendar implements Projection {

    static final String NAME = "calendar";

    private static final List<String> LET_GO = Stream.of(
                    "appointment", "outcome", "commitment", "hours", "review", "work")
            .map(table -> "delete from " + table + " where patient_id = any(:records)")
            .toList();

    private static final List<String> LET_GO_FIRST = Stream.of("accepted", "conflict")
            .map(
                    table -> "delete from " + table
                            + " where appointment_id in (select appointment_id from appointment where patient_id = any(:records))")
            .toList();

    private final JdbcClient db;
    private final People people;
    private final Ours ours;
    private final Borrowed borrowed;
    private final RoutineRows routines;
    private final Settling settling;
    private final ZoneId zone;

    Calendar(JdbcClient client, Batch batch, AppointmentRules rules, ZoneId zone) {
        this.db = batch.seeing(client);
        this.people = new People(client, batch);
        AppointmentRows rows = new AppointmentRows(db);
        this.ours = new Ours(rows);
        this.borrowed = new Borrowed(db, rows);
        this.routines = new RoutineRows(db);
        this.settling = new Settling(db, rules, zone);
        this.zone = zone;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return CalendarTables.DDL;
    }

    @EventHandler
    void on(PatientEvent event) {
        settle(people.follow(event), event);
    }

    @EventHandler
    void on(CareTeamEvent event, Envelope envelope) {
        settle(people.follow(event, envelope.position()), event);
    }

    @EventHandler
    void on(AppointmentEvent event, Envelope envelope) {
        people.know(event.patient());
        ours.apply(event, told(event, envelope));
        settle(List.of(event.patient().value()), event);
    }

    @EventHandler
    void on(RoutineEvent event, Envelope envelope) {
        people.know(event.patient());
        routines.apply(event, told(event, envelope));
        settle(List.of(event.patient().value()), event);
    }

    @EventHandler
    void on(TransitionEvent event, Envelope envelope) {
        Borrowed.patient(event).ifPresent(people::know);
        settle(borrowed.apply(event, told(event, envelope)).stream().toList(), event);
    }

    @EventHandler
    void on(ReferralEvent event, Envelope envelope) {
        if (event instanceof ReferralEvent.Drafted drafted) {
            people.know(drafted.patient());
        }
        settle(borrowed.apply(event, told(event, envelope)).stream().toList(), event);
    }

    @EventHandler
    void on(CalendarFeedEvent event, Envelope envelope) {
        new FeedRows(db).apply(event, told(event, envelope));
    }

    @EventHandler
    void on(PatientErased event) {
        String[] records =
                event.scope().records().stream().map(PatientId::value).toArray(String[]::new);
        Stream.concat(LET_GO_FIRST.stream(), LET_GO.stream())
                .forEach(
                        statement -> db.sql(statement).param("records", records).update());
        db.sql("delete from origin where patient_id = any(:records)")
                .param("records", records)
                .update();
    }

    private void settle(List<String> patients, DomainEvent because) {
        LocalDate told = LocalDate.ofInstant(because.occurredAt(), zone);
        patients.forEach(patient -> settling.settle(patient, told));
    }

    private Told told(DomainEvent event, Envelope envelope) {
        return new Told(event.occurredAt(), envelope, zone);
    }
}
