package care.throughline.query.desk;

import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.Batch;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import care.throughline.query.people.People;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects what waits on the desk: one work item per transition, moved by merges, woken by news. */
@Component
class Desk implements Projection {

    static final String NAME = "desk";

    private static final String FOLLOW_PERSON = """
            update work_item w set person_id = p.root_id, coordinator = p.coordinator, offered_to = p.offered_to
            from person p where p.patient_id = w.patient_id and p.root_id = any(:roots)
            """;

    private static final String NOTE_TEAM = """
            update work_item set %s
            where person_id = any(:roots) and state = 'OPEN' and position < :position
            """.formatted(Change.NOTED);

    private final JdbcClient db;
    private final People people;
    private final TransitionItems transitions;
    private final StayNews stays;

    Desk(JdbcClient client, Batch batch, ZoneId zone) {
        this.db = batch.seeing(client);
        this.people = new People(client, batch);
        this.transitions = new TransitionItems(db, zone);
        this.stays = new StayNews(db);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return DeskTables.DDL;
    }

    @EventHandler
    void on(PatientEvent event) {
        move(people.follow(event));
    }

    @EventHandler
    void on(CareTeamEvent event, Envelope envelope) {
        List<String> roots = people.follow(event, envelope.position());
        move(roots);
        db.sql(NOTE_TEAM)
                .params(Change.of(envelope, whom(event)))
                .param("roots", roots.toArray(String[]::new))
                .update();
    }

    @EventHandler
    void on(TransitionEvent event, Envelope envelope) {
        if (event instanceof TransitionEvent.Opened opened) {
            people.know(opened.discharge().patient());
        }
        transitions.apply(event, envelope);
    }

    @EventHandler
    void on(PatientErased event) {
        db.sql("delete from work_item where patient_id = any(:records)")
                .param("records", event.scope().recordIds())
                .update();
    }

    @EventHandler
    void on(StayEvent event, Envelope envelope) {
        stays.tell(event, envelope);
    }

    private void move(List<String> roots) {
        if (!roots.isEmpty()) {
            db.sql(FOLLOW_PERSON).param("roots", roots.toArray(String[]::new)).update();
        }
    }

    private static String whom(CareTeamEvent event) {
        return switch (event) {
            case CareTeamEvent.CoordinatorAssigned assigned ->
                assigned.coordinator().value();
            case CareTeamEvent.CoordinatorReleased released ->
                released.coordinator().value();
            case CareTeamEvent.HandoffOffered offered -> offered.to().value();
            case CareTeamEvent.HandoffAccepted accepted -> accepted.to().value();
            case CareTeamEvent.HandoffDeclined declined -> declined.to().value();
        };
    }
}
