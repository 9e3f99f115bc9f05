package care.throughline.query.audit;

import care.throughline.events.DomainEvent;
import care.throughline.events.PatientId;
import care.throughline.events.careteam.CareTeamEvent;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects one row per event, whatever it is, and whom it concerns. */
@Component
class Audit implements Projection {

    static final String NAME = "audit";

    private final AuditRows rows;

    Audit(JdbcClient db) {
        this.rows = new AuditRows(db);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return AuditTables.DDL;
    }

    @EventHandler
    void on(DomainEvent event, Envelope envelope) {
        List<PatientId> named = Concerns.named(event);
        Collection<PatientId> concerned = Concerns.subject(event)
                .<Collection<PatientId>>map(subject -> rows.remember(subject, named))
                .orElse(named);
        rows.write(event, envelope, concerned);
        if (Concerns.connects(event)) {
            rows.tie(concerned, envelope.position());
        }
        if (event instanceof CareTeamEvent told) {
            Concerns.charged(told).ifPresent(staff -> rows.charge(staff, told.patient(), envelope.position()));
        }
        if (event instanceof TransitionEvent told) {
            Concerns.run(told).ifPresent(run -> rows.span(told.transition(), run, envelope.position()));
        }
        if (event instanceof ReferralEvent.Drafted drafted) {
            rows.begin(drafted, envelope.position());
        } else if (event instanceof ReferralEvent.Cancelled || event instanceof ReferralEvent.Closed) {
            rows.end((ReferralEvent) event, envelope.position());
        }
    }
}
