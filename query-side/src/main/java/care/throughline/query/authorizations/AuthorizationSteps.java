package care.throughline.query.authorizations;

import static care.throughline.events.authorization.AuthorizationStatus.APPEALED;
import static care.throughline.events.authorization.AuthorizationStatus.APPROVED;
import static care.throughline.events.authorization.AuthorizationStatus.DENIED;
import static care.throughline.events.authorization.AuthorizationStatus.EXPIRED;
import static care.throughline.events.authorization.AuthorizationStatus.PARTLY_APPROVED;
import static care.throughline.events.authorization.AuthorizationStatus.PENDED;
import static care.throughline.events.authorization.AuthorizationStatus.REQUESTED;
import static care.throughline.events.authorization.AuthorizationStatus.WITHDRAWN;

import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.authorization.Ruling;
import care.throughline.query.Envelope;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says what each thing that happens to an authorization writes into its rows. */
final class AuthorizationSteps {

    private final JdbcClient db;
    private final ZoneId zone;

    AuthorizationSteps(JdbcClient db, ZoneId zone) {
        this.db = db;
        this.zone = zone;
    }

    void apply(AuthorizationEvent event, Envelope envelope) {
        AuthorizationStatement row = new AuthorizationStatement(db, zone, event, envelope);
        switch (event) {
            case AuthorizationEvent.Requested e -> row.request(e);
            case AuthorizationEvent.Pended e ->
                row.codes("missing", e.missing()).due(e.due()).enter(PENDED).run();
            case AuthorizationEvent.InformationSent e ->
                row.set("missing = '{}'").due(e.due()).enter(REQUESTED).run();
            case AuthorizationEvent.Approved e ->
                row.ruled(APPROVED.name())
                        .granted(e.grant())
                        .due(e.due())
                        .enter(APPROVED)
                        .run();
            case AuthorizationEvent.PartlyApproved e ->
                row.ruled(PARTLY_APPROVED.name())
                        .granted(e.grant())
                        .codes("cut", e.cut())
                        .due(e.due())
                        .enter(PARTLY_APPROVED)
                        .run();
            case AuthorizationEvent.Denied e ->
                row.ruled(DENIED.name())
                        .with("denial", e.reason().name())
                        .set("denial = :denial")
                        .due(e.due())
                        .enter(DENIED)
                        .run();
            case AuthorizationEvent.AppealFiled e ->
                row.with("level", e.level())
                        .set("level = :level, ruling = null")
                        .due(e.due())
                        .enter(APPEALED)
                        .run();
            case AuthorizationEvent.AppealDecided e -> ruled(row, e);
            case AuthorizationEvent.DecisionAccepted e -> row.due(e.due()).run();
            case AuthorizationEvent.Expired e -> row.due(null).enter(EXPIRED).run();
            case AuthorizationEvent.Withdrawn e ->
                row.due(null).enter(WITHDRAWN).run();
        }
    }

    /** What was granted before the appeal stays granted. */
    private static void ruled(AuthorizationStatement row, AuthorizationEvent.AppealDecided event) {
        row.ruled(event.ruling().name())
                .granted(event.grant())
                .with("ruling", event.ruling().name())
                .with("whole", event.ruling() == Ruling.OVERTURNED)
                .with("some", event.grant() != null)
                .set("""
                        ruling = :ruling, since = :happened,
                        status = case when :whole then 'APPROVED'
                                      when :some or granted is not null then 'PARTLY_APPROVED' else 'DENIED' end
                        """)
                .due(event.due())
                .run();
    }
}
