package care.throughline.query.authorizations;

import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.authorization.AuthorizationStatus;
import care.throughline.events.authorization.Due;
import care.throughline.events.authorization.Grant;
import care.throughline.query.Envelope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one event writes: the authorization's own row, and beside it what was decided. */
final class AuthorizationStatement {

    private static final String REQUEST = """
            insert into request (authorization_id, patient_id, person_id, coordinator, offered_to, referral_id, specialty, payer,
                program, priority, units, status, since, wait, due_by, due_before, rule_id, rule_version, requested_at,
                requested_on, position, receipt)
            select :authorization, p.patient_id, p.root_id, p.coordinator, p.offered_to, :referral, :specialty, :payer,
                :program, :priority, :units, :status, :happened, :wait, :by, :before, :rule, :ruleVersion, :happened,
                :on, :position, array[:position::bigint]
            from person p where p.patient_id = :patient
            on conflict (authorization_id) do nothing
            """;

    /** What it answers is the first event, or the appeal, which is the last of the receipt but for what came between. */
    private static final String RULE = """
            insert into ruling (authorization_id, position, level, outcome, asked, asked_at, asked_on, decided_at, decided_on,
                in_time)
            select authorization_id, :position, level, :outcome, asked, asked_at, asked_on, :happened, :on,
                :happened < due_before or wait = 'INFORMATION'
            from (select r.*, case r.status when 'APPEALED' then r.position else r.receipt[1] end as asked,
                      case r.status when 'APPEALED' then r.since else r.requested_at end as asked_at,
                      case r.status when 'APPEALED' then (r.since at time zone :zone)::date
                      else r.requested_on end as asked_on
                  from request r where r.authorization_id = :authorization and r.position < :position) told
            on conflict (authorization_id, position) do nothing
            """;

    private static final String CHANGE =
            "update request set receipt = receipt || :position::bigint, position = :position";
    private static final String GUARD = " where authorization_id = :authorization and position < :position";

    private final JdbcClient db;
    private final ZoneId zone;
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final List<String> assignments = new ArrayList<>(List.of(CHANGE));

    AuthorizationStatement(JdbcClient db, ZoneId zone, AuthorizationEvent event, Envelope envelope) {
        this.db = db;
        this.zone = zone;
        with("authorization", event.authorization().value());
        with("position", envelope.position());
        moment("happened", event.occurredAt());
        with("on", LocalDate.ofInstant(event.occurredAt(), zone));
    }

    void request(AuthorizationEvent.Requested event) {
        told(event.due());
        with("patient", event.patient().value())
                .with(
                        "referral",
                        event.referral() == null ? null : event.referral().value())
                .with("specialty", event.specialty().name())
                .with("payer", event.payer().value().orElse(null))
                .with("program", event.program().name())
                .with("priority", event.priority().name())
                .with("units", event.units())
                .with("status", AuthorizationStatus.REQUESTED.name());
        db.sql(REQUEST).params(values).update();
    }

    AuthorizationStatement with(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    AuthorizationStatement set(String more) {
        assignments.add(more);
        return this;
    }

    AuthorizationStatement codes(String column, Collection<? extends Enum<?>> codes) {
        return with(column, codes.stream().map(Enum::name).sorted().toArray(String[]::new))
                .set(column + " = :" + column);
    }

    AuthorizationStatement due(@Nullable Due due) {
        if (due == null) {
            return set("wait = null, due_by = null, due_before = null, rule_id = null, rule_version = null");
        }
        told(due);
        return set("wait = :wait, due_by = :by, due_before = :before, rule_id = :rule, rule_version = :ruleVersion");
    }

    AuthorizationStatement granted(@Nullable Grant grant) {
        return grant == null
                ? this
                : with("from", grant.from())
                        .with("until", grant.until())
                        .with("granted", grant.units())
                        .with("number", grant.number().value().orElse(null))
                        .set("valid_from = :from, valid_until = :until, granted = :granted, number = :number");
    }

    AuthorizationStatement enter(AuthorizationStatus status) {
        return with("status", status.name()).set("since = :happened, status = :status");
    }

    /** Writes down that it was decided so; before the row changes, which says what was asked. */
    AuthorizationStatement ruled(String outcome) {
        with("outcome", outcome).with("zone", zone.getId());
        db.sql(RULE).params(values).update();
        return this;
    }

    void run() {
        db.sql(String.join(", ", assignments) + GUARD).params(values).update();
    }

    private void told(Due due) {
        with("wait", due.waitsFor().name())
                .with("by", due.by())
                .moment("before", due.before())
                .with("rule", due.rule().id())
                .with("ruleVersion", due.rule().version());
    }

    private AuthorizationStatement moment(String name, Instant value) {
        return with(name, value.atOffset(ZoneOffset.UTC));
    }
}
