package care.throughline.query.authorizations;

import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.query.Batch;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import care.throughline.query.people.People;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects where every request for a payer's permission stands, moved by merges. */
@Component
class Authorizations implements Projection {

    static final String NAME = "authorizations";

    private static final String FOLLOW_PERSON = """
            update request r set person_id = p.root_id, coordinator = p.coordinator, offered_to = p.offered_to
            from person p where p.patient_id = r.patient_id and p.root_id = any(:roots)
            """;

    private static final List<String> LET_GO = List.of(
            "delete from ruling where authorization_id in"
                    + " (select authorization_id from request where patient_id = any(:records))",
            "delete from request where patient_id = any(:records)",
            "delete from booking where patient_id = any(:records)");

    private final JdbcClient db;
    private final People people;
    private final AuthorizationSteps steps;
    private final Bookings bookings;

    Authorizations(JdbcClient client, Batch batch, ZoneId zone) {
        this.db = batch.seeing(client);
        this.people = new People(client, batch);
        this.steps = new AuthorizationSteps(db, zone);
        this.bookings = new Bookings(db, zone);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return AuthorizationTables.DDL;
    }

    @EventHandler
    void on(PatientEvent event) {
        move(people.follow(event));
    }

    @EventHandler
    void on(CareTeamEvent event, Envelope envelope) {
        move(people.follow(event, envelope.position()));
    }

    @EventHandler
    void on(AuthorizationEvent event, Envelope envelope) {
        if (event instanceof AuthorizationEvent.Requested requested) {
            people.know(requested.patient());
        }
        steps.apply(event, envelope);
    }

    @EventHandler
    void on(ReferralEvent event) {
        bookings.follow(event);
    }

    @EventHandler
    void on(PatientErased event) {
        String[] records = event.scope().recordIds();
        LET_GO.forEach(statement -> db.sql(statement).param("records", records).update());
    }

    private void move(List<String> roots) {
        if (!roots.isEmpty()) {
            db.sql(FOLLOW_PERSON).param("roots", roots.toArray(String[]::new)).update();
        }
    }
}
