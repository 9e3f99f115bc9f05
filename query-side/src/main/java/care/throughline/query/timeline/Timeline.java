package care.throughline.query.timeline;

import care.throughline.events.DomainEvent;
import care.throughline.events.PatientId;
import care.throughline.events.appointment.AppointmentEvent;
import care.throughline.events.appointment.RoutineEvent;
import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.disclosure.DisclosureEvent;
import care.throughline.events.erasure.ErasureEvent;
import care.throughline.events.intake.IntakeEvent;
import care.throughline.events.patient.IdentifierEvent;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.Batch;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import care.throughline.query.timeline.Happening.Whom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects one line per event and person; merges are followed when it is read, so that an unmerge needs no repair. */
@Component
class Timeline implements Projection {

    private final Batch batch;
    private final Entries entries;
    private final Consumer<List<Happening>> writing;

    Timeline(JdbcClient db, Batch batch) {
        this.batch = batch;
        this.entries = new Entries(db, batch);
        this.writing = entries::write;
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public String ddl() {
        return Entries.DDL;
    }

    @EventHandler
    void on(PatientEvent event, Envelope envelope) {
        write(event, envelope, people(event), PatientWords.tell(event), Aspects.of(event));
    }

    @EventHandler
    void on(IdentifierEvent event, Envelope envelope) {
        switch (event) {
            case IdentifierEvent.IdentifierClaimed claimed ->
                write(event, envelope, List.of(claimed.patient()), PatientWords.tell(event), Map.of());
            case IdentifierEvent.IdentifierReleased released ->
                write(event, envelope, List.of(released.patient()), PatientWords.tell(event), Map.of());
        }
    }

    @EventHandler
    void on(ErasureEvent event, Envelope envelope) {
        if (event instanceof ErasureEvent.PatientErased erased) {
            entries.letGo(erased.scope().records());
        }
        write(event, envelope, List.of(event.patient()), ErasureWords.tell(event), Map.of());
    }

    @EventHandler
    void on(StayEvent event, Envelope envelope) {
        write(event, envelope, List.of(event.patient()), StayWords.tell(event), Aspects.of(event));
    }

    @EventHandler
    void on(TransitionEvent event, Envelope envelope) {
        String transition = event.transition().value();
        Discharge discharge = discharge(event);
        Whom whom = discharge == null
                ? new Whom.AsBefore(transition)
                : new Whom.FromNowOn(transition, List.of(discharge.patient()));
        write(event, envelope, whom, TransitionWords.tell(event), Aspects.of(event));
    }

    @EventHandler
    void on(CareTeamEvent event, Envelope envelope) {
        write(event, envelope, List.of(event.patient()), OtherWords.tell(event), Map.of());
    }

    @EventHandler
    void on(DisclosureEvent event, Envelope envelope) {
        write(event, envelope, List.of(event.patient()), DisclosureWords.tell(event), Map.of());
    }

    @EventHandler
    void on(ReferralEvent event, Envelope envelope) {
        String referral = event.referral().value();
        Whom whom = event instanceof ReferralEvent.Drafted drafted
                ? new Whom.FromNowOn(referral, List.of(drafted.patient()))
                : new Whom.AsBefore(referral);
        write(event, envelope, whom, ReferralWords.tell(event), Map.of());
    }

    @EventHandler
    void on(AuthorizationEvent event, Envelope envelope) {
        String authorization = event.authorization().value();
        Whom whom = event instanceof AuthorizationEvent.Requested requested
                ? new Whom.FromNowOn(authorization, List.of(requested.patient()))
                : new Whom.AsBefore(authorization);
        write(event, envelope, whom, AuthorizationWords.tell(event), Map.of());
    }

    @EventHandler
    void on(AppointmentEvent event, Envelope envelope) {
        write(event, envelope, List.of(event.patient()), AppointmentWords.tell(event), Map.of());
    }

    @EventHandler
    void on(RoutineEvent event, Envelope envelope) {
        write(event, envelope, List.of(event.patient()), AppointmentWords.tell(event), Map.of());
    }

    @EventHandler
    void on(IntakeEvent event, Envelope envelope) {
        String message = event.message().value();
        Whom whom = event instanceof IntakeEvent.MessageApplied applied
                ? new Whom.FromNowOn(message, applied.patients())
                : new Whom.AsBefore(message);
        write(event, envelope, whom, OtherWords.tell(event), Map.of());
    }

    private void write(
            DomainEvent event,
            Envelope envelope,
            Collection<PatientId> people,
            Line line,
            Map<String, String> aspects) {
        write(event, envelope, new Whom.These(people), line, aspects);
    }

    private void write(DomainEvent event, Envelope envelope, Whom whom, Line line, Map<String, String> aspects) {
        batch.write(new Happening(event, envelope, whom, line, aspects), writing);
    }

    private static Collection<PatientId> people(PatientEvent event) {
        return switch (event) {
            case PatientEvent.MergedInto merged -> List.of(merged.patient(), merged.survivor());
            case PatientEvent.Unmerged unmerged -> List.of(unmerged.patient(), unmerged.from());
            case PatientEvent.Registered told -> List.of(told.patient());
            case PatientEvent.IdentifierAdded told -> List.of(told.patient());
            case PatientEvent.IdentifierRetired told -> List.of(told.patient());
            case PatientEvent.DemographicsCorrected told -> List.of(told.patient());
            case PatientEvent.DemographicsConfirmed told -> List.of(told.patient());
            case PatientEvent.DeathRecorded told -> List.of(told.patient());
            case PatientEvent.AliveConfirmed told -> List.of(told.patient());
            case PatientEvent.DeathWithdrawn told -> List.of(told.patient());
        };
    }

    private static @Nullable Discharge discharge(TransitionEvent event) {
        if (event instanceof TransitionEvent.Opened opened) {
            return opened.discharge();
        }
        if (event instanceof TransitionEvent.DischargeCorrected corrected) {
            return corrected.discharge();
        }
        return event instanceof TransitionEvent.Resumed resumed ? resumed.discharge() : null;
    }
}
