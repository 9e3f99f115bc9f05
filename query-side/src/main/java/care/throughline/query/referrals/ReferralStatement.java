package care.throughline.query.referrals;

import care.throughline.events.PerformerId;
import care.throughline.events.referral.Due;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.query.Envelope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one event writes: the referral's own row, and beside it whom it was offered to and which states it entered. */
final class ReferralStatement {

    private static final String DRAFT = """
            insert into referral (referral_id, patient_id, person_id, coordinator, offered_to, kind, specialty, urgency, status, since,
                needed, wait, due_by, rule_id, rule_version, drafted_at, drafted_on, position, receipt)
            select :referral, p.patient_id, p.root_id, p.coordinator, p.offered_to, :kind, :specialty, :urgency, 'CREATED', :happened,
                :needed, :wait, :by, :rule, :ruleVersion, :happened, :on, :position, array[:position::bigint]
            from person p where p.patient_id = :patient
            on conflict (referral_id) do nothing
            """;

    private static final String OFFER = """
            insert into candidate as c (referral_id, performer_id, answer, capacity, offered_at)
            values (:referral, :performer, 'ASKED', :capacity, :happened)
            on conflict (referral_id, performer_id) do update
                set answer = 'ASKED', capacity = excluded.capacity, offered_at = excluded.offered_at,
                    answered_at = null, reason = null
            """;

    private static final String ANSWER = """
            update candidate set answer = :answer, reason = :reason, answered_at = :happened
            where referral_id = :referral and performer_id = :performer
            """;

    private static final String PLACE = """
            insert into waitlist (referral_id, performer_id, position, place, told_at)
            values (:referral, :performer, :position, :place, :happened)
            on conflict (referral_id, position) do nothing
            """;

    private static final String LINK = """
            insert into link (hash, referral_id, performer_id, expires_at)
            values (:hash, :referral, :performer, :expires) on conflict (hash) do nothing
            """;

    private static final String UNLINK = """
            update link set revoked_at = :happened
            where referral_id = :referral and performer_id = :performer and revoked_at is null
            """;

    /** Only where the state is another one than before. */
    private static final String STEP = """
            insert into step (referral_id, position, status, performer_id, at)
            select :referral, :position, :status, performer_id, :happened from referral
            where referral_id = :referral and (status <> :status or position = :position)
            on conflict (referral_id, position) do nothing
            """;

    /** Every change brings back what was put aside. */
    private static final String CHANGE =
            "update referral set receipt = receipt || :position::bigint, position = :position,"
                    + " snoozed_until = :snoozedUntil, snooze_reason = :snoozeReason";

    private static final String GUARD = " where referral_id = :referral and position < :position";

    private final JdbcClient db;
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final List<String> assignments = new ArrayList<>(List.of(CHANGE));
    private boolean enters;

    ReferralStatement(JdbcClient db, ReferralEvent event, Envelope envelope) {
        this.db = db;
        with("referral", event.referral().value());
        with("position", envelope.position());
        moment("happened", event.occurredAt());
        values.put("snoozedUntil", null);
        values.put("snoozeReason", null);
    }

    ReferralStatement with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    ReferralStatement moment(String name, Instant value) {
        return with(name, value.atOffset(ZoneOffset.UTC));
    }

    ReferralStatement set(String more) {
        assignments.add(more);
        return this;
    }

    ReferralStatement due(Due due) {
        told(due);
        return set("wait = :wait, due_by = :by, rule_id = :rule, rule_version = :ruleVersion");
    }

    /** Nothing is waited for any more, but that somebody reads that a death ended it. */
    ReferralStatement over() {
        return set("wait = case when notice_by is not null then 'ACKNOWLEDGEMENT' end, due_by = notice_by,"
                + " rule_id = case when notice_by is not null then rule_id end,"
                + " rule_version = case when notice_by is not null then rule_version end, proposed_at = null");
    }

    /** A death ends it: until that was read, it stays on the desk. */
    ReferralStatement notice(Due due) {
        return due(due).set("notice_by = :by");
    }

    /** That was read; what else is waited for goes on. */
    ReferralStatement noticed() {
        return set("notice_by = null, due_by = case when wait <> 'ACKNOWLEDGEMENT' then due_by end,"
                + " wait = case when wait <> 'ACKNOWLEDGEMENT' then wait end");
    }

    ReferralStatement enter(ReferralStatus status) {
        enters = true;
        return with("status", status.name())
                .set("since = case when status = :status then since else :happened end, status = :status");
    }

    void draft(ReferralEvent.Drafted event) {
        told(event.due())
                .with("patient", event.patient().value())
                .with("kind", event.kind().name())
                .with("specialty", event.specialty().name())
                .with("urgency", event.urgency().name())
                .with("needed", event.needed().stream().map(Enum::name).sorted().toArray(String[]::new))
                .with("status", ReferralStatus.CREATED.name());
        db.sql(DRAFT).params(values).update();
        db.sql(STEP).params(values).update();
    }

    ReferralStatement offer(ReferralEvent.Offered event) {
        with("performer", event.performer().value())
                .with("capacity", event.capacity().name());
        db.sql(OFFER).params(values).update();
        return this;
    }

    ReferralStatement answer(PerformerId performer, String answer, @Nullable String reason) {
        with("performer", performer.value()).with("answer", answer);
        values.put("reason", reason);
        db.sql(ANSWER).params(values).update();
        return this;
    }

    ReferralStatement place(ReferralEvent.WaitlistPositionTold event) {
        with("performer", event.performer().value()).with("place", event.place());
        db.sql(PLACE).params(values).update();
        return this;
    }

    /** The one before, if there was one, opens nothing any more. */
    ReferralStatement link(ReferralEvent.LinkIssued event) {
        unlink(event.performer()).with("hash", event.hash()).moment("expires", event.expiresAt());
        db.sql(LINK).params(values).update();
        return this;
    }

    ReferralStatement unlink(PerformerId performer) {
        with("performer", performer.value());
        db.sql(UNLINK).params(values).update();
        return this;
    }

    void run() {
        if (enters) {
            db.sql(STEP).params(values).update();
        }
        db.sql(String.join(", ", assignments) + GUARD).params(values).update();
    }

    private ReferralStatement told(Due due) {
        return with("wait", due.waitsFor().name())
                .with("by", due.by())
                .with("rule", due.rule().id())
                .with("ruleVersion", due.rule().version());
    }
}
