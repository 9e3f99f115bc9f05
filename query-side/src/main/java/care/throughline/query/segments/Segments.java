package care.throughline.query.segments;

import care.throughline.events.DomainEvent;
import care.throughline.events.TransitionId;
import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.consent.ConsentEvent;
import care.throughline.events.erasure.ErasureEvent.PatientErased;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects what is labelled, and the consents; whoever reads anything about people asks it first. */
@Component
public class Segments implements Projection {

    public static final String NAME = "segments";

    private final Marks marks;
    private final ConsentTable consents;

    Segments(JdbcClient db) {
        this.marks = new Marks(db);
        this.consents = new ConsentTable(db);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return Marks.DDL + ConsentTable.DDL;
    }

    @EventHandler
    void on(DomainEvent event, Envelope envelope) {
        discharge(event).ifPresent(discharge -> marks.follow(TransitionId.of(discharge.stay()), discharge.patient()));
        if (event instanceof ReferralEvent.Drafted drafted) {
            marks.follow(drafted.referral(), drafted.patient());
        }
        if (!envelope.labels().isEmpty()) {
            marks.mark(event, envelope);
        }
        if (event instanceof AuthorizationEvent.Requested asked && asked.referral() != null) {
            marks.inherit(asked.authorization().value(), asked.referral().value());
        }
        if (event instanceof ConsentEvent told) {
            consents.tell(told);
        }
        if (event instanceof PatientErased erased) {
            String[] records = erased.scope().recordIds();
            marks.letGo(records);
            consents.letGo(records);
        }
    }

    private static Optional<Discharge> discharge(DomainEvent event) {
        return switch (event) {
            case TransitionEvent.Opened opened -> Optional.of(opened.discharge());
            case TransitionEvent.DischargeCorrected corrected -> Optional.of(corrected.discharge());
            case TransitionEvent.Resumed resumed -> Optional.of(resumed.discharge());
            case DomainEvent ignored -> Optional.empty();
        };
    }
}
