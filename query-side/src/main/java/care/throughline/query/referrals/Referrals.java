package care.throughline.query.referrals;

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
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects where every referral stands, moved by merges. */
@Component
class Referrals implements Projection {

    static final String NAME = "referrals";

    private static final String FOLLOW_PERSON = """
            update referral r set person_id = p.root_id, coordinator = p.coordinator, offered_to = p.offered_to
            from person p where p.patient_id = r.patient_id and p.root_id = any(:roots)
            """;

    private static final List<String> LET_GO = Stream.of("candidate", "waitlist", "link", "step", "referral")
            .map(table -> "delete from " + table
                    + " where referral_id in (select referral_id from referral where patient_id = any(:records))")
            .toList();

    private final JdbcClient db;
    private final People people;
    private final ReferralSteps steps;

    Referrals(JdbcClient client, Batch batch, ZoneId zone) {
        this.db = batch.seeing(client);
        this.people = new People(client, batch);
        this.steps = new ReferralSteps(db, zone);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return ReferralTables.DDL;
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
    void on(ReferralEvent event, Envelope envelope) {
        if (event instanceof ReferralEvent.Drafted drafted) {
            people.know(drafted.patient());
        }
        steps.apply(event, envelope);
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
