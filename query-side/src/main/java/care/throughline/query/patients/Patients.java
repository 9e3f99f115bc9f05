package care.throughline.query.patients;

import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.stay.StayEvent;
import care.throughline.query.Batch;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects who everybody is, whatever order the news came in, and what hangs on that. */
@Component
class Patients implements Projection {

    private final Records records;
    private final Facts facts;
    private final Identifiers identifiers;
    private final Stays stays;
    private final Responsibility responsibility;

    Patients(JdbcClient db, Batch batch) {
        PersonView view = new PersonView(db, batch);
        this.records = new Records(db, batch, view);
        this.facts = new Facts(db, batch, view);
        this.identifiers = new Identifiers(db, batch);
        this.stays = new Stays(db, batch);
        this.responsibility = new Responsibility(db);
    }

    @Override
    public String name() {
        return "patients";
    }

    @Override
    public String ddl() {
        return PatientTables.DDL;
    }

    @EventHandler
    void on(PatientEvent event) {
        switch (event) {
            case PatientEvent.Registered registered -> records.register(registered);
            case PatientEvent.IdentifierAdded added -> identifiers.add(added);
            case PatientEvent.IdentifierRetired retired -> identifiers.retire(retired);
            case PatientEvent.DemographicsCorrected corrected -> facts.correct(corrected);
            case PatientEvent.DemographicsConfirmed confirmed -> facts.confirm(confirmed);
            case PatientEvent.DeathRecorded death -> facts.recordDeath(death);
            case PatientEvent.AliveConfirmed confirmed -> facts.tellAlive(confirmed);
            case PatientEvent.DeathWithdrawn withdrawn -> facts.tellAlive(withdrawn);
            case PatientEvent.MergedInto merged -> records.merge(merged);
            case PatientEvent.Unmerged unmerged -> records.unmerge(unmerged);
        }
    }

    @EventHandler
    void on(PatientErased event) {
        records.erase(event);
    }

    @EventHandler
    void on(StayEvent event) {
        stays.show(event);
    }

    @EventHandler
    void on(CareTeamEvent event, Envelope envelope) {
        switch (event) {
            case CareTeamEvent.CoordinatorAssigned assigned -> responsibility.assign(assigned, envelope.position());
            case CareTeamEvent.CoordinatorReleased released -> responsibility.release(released);
            case CareTeamEvent.HandoffOffered offered -> responsibility.offer(offered);
            case CareTeamEvent.HandoffAccepted accepted -> responsibility.accept(accepted, envelope.position());
            case CareTeamEvent.HandoffDeclined declined -> responsibility.decline(declined);
        }
    }
}
