package care.throughline.query.tasks;

import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.query.Envelope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one event writes into the tasks of its referral; told twice, it is told once. */
final class TaskStatement {

    private static final String DRAFT = """
            insert into request (referral_id, patient_id, version, position) values (:referral, :patient, 1, :position)
            on conflict (referral_id) do nothing
            """;

    private static final String NEWS = """
            update request set version = version + 1, position = :position
            where referral_id = :referral and position < :position
            """;

    private static final String OFFER = """
            insert into task (task_id, referral_id, performer_id, patient_id, status, business, authored_at, modified_at, version,
                requester_id, number)
            select 'task-' || :position, referral_id, :performer, patient_id, 'requested', 'CREATED', :happened, :recorded, version,
                requester_id, number
            from request where referral_id = :referral
            """;

    private static final String OF_PERFORMER =
            " where referral_id = :referral and performer_id = :performer and over_at is null";

    /** Those that were not over before this event. */
    private static final String TOUCH = """
            update task t set version = r.version, modified_at = :recorded from request r
            where r.referral_id = :referral and t.referral_id = :referral and (t.over_at is null or t.over_at = :position)
            """;

    private final JdbcClient db;
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private String assignments = "";

    TaskStatement(JdbcClient db, ReferralEvent event, Envelope envelope) {
        this.db = db;
        values.put("referral", event.referral().value());
        values.put("position", envelope.position());
        values.put("happened", event.occurredAt().atOffset(ZoneOffset.UTC));
        values.put("recorded", envelope.recordedAt().atOffset(ZoneOffset.UTC));
    }

    void draft(PatientId patient) {
        values.put("patient", patient.value());
        run(DRAFT);
    }

    /** Counts the event; false if it was counted before. */
    boolean isNews() {
        return run(NEWS) == 1;
    }

    /** Somebody else asks this of us, under this number. */
    void askedBy(PerformerId requester, String number) {
        values.put("requester", requester.value());
        values.put("number", number);
        run("update request set requester_id = :requester, number = :number where referral_id = :referral");
    }

    void offer(PerformerId performer) {
        of(performer).run(OFFER);
    }

    TaskStatement of(PerformerId performer) {
        values.put("performer", performer.value());
        return this;
    }

    /** A code of ours; the words are told by the event at this position. */
    TaskStatement because(String why) {
        values.put("why", why);
        assignments += ", why = :why, why_at = :position";
        return this;
    }

    TaskStatement startsAt(@Nullable Instant time) {
        values.put("starts", time == null ? null : time.atOffset(ZoneOffset.UTC));
        assignments += ", starts_at = :starts::timestamptz";
        return this;
    }

    void is(String status, ReferralStatus business) {
        with(status, business);
        run("update task set status = :status, business = :business" + assignments + OF_PERFORMER);
    }

    void ends(String status, ReferralStatus business) {
        with(status, business);
        run("update task set status = :status, business = :business, over_at = :position" + assignments + OF_PERFORMER);
    }

    /** From here on it is done for the performer; the loop is closed when the requester has read it. */
    void reported() {
        run("update task set status = 'completed', result_at = :position" + OF_PERFORMER);
    }

    /** Whoever has it is to confirm; its status is still what it was. */
    void asksToCancel(ReferralStatus business) {
        with("", business);
        run("update task set business = :business, why_at = :position where referral_id = :referral and over_at is null"
                + " and status in ('accepted', 'in-progress')");
    }

    void endsAll(String status, ReferralStatus business) {
        with(status, business);
        run("update task set status = :status, business = :business, starts_at = null, over_at = :position"
                + " where referral_id = :referral and over_at is null");
    }

    /** Those it concerns have a new version. */
    void touch() {
        run(TOUCH);
    }

    private void with(String status, ReferralStatus business) {
        values.put("status", status);
        values.put("business", business.name());
    }

    private int run(String sql) {
        return db.sql(sql).params(values).update();
    }
}
