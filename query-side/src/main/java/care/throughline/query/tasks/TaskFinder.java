package care.throughline.query.tasks;

import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds tasks, always those of one performer or of one who asks us; it answers pseudonyms and shows nobody. */
@Component
public class TaskFinder {

    private static final String FIND = """
            select * from tasks.task
            where (performer_id = :performer or not :owned and requester_id = :performer)
              and (:number is null or number = :number)
              and (:patient is null or patient_id = :patient)
              and (cardinality(:status::text[]) = 0 or status = any(:status))
              and (:since::timestamptz is null or modified_at >= :since)
              and (:until::timestamptz is null or modified_at < :until)
              and (:task is null or (modified_at, task_id) > (:modified::timestamptz, :task))
            order by modified_at, task_id limit :limit
            """;

    /** What was asked last of each referral, as long as it is asked of the performer or was done by it. */
    private static final String REQUESTS = """
            select t.* from (
                select distinct on (referral_id) * from tasks.task where performer_id = :performer
                order by referral_id, authored_at desc, task_id desc) t
            join referrals.referral r on r.referral_id = t.referral_id
            where (t.over_at is null or t.status in ('accepted', 'in-progress', 'completed'))
              and (:patient is null or t.patient_id = :patient)
              and (cardinality(:status::text[]) = 0 or case r.status when 'CLOSED' then 'completed'
                   when 'CANCELLED' then 'revoked' else 'active' end = any(:status))
              and (:since::timestamptz is null or modified_at >= :since)
              and (:until::timestamptz is null or modified_at < :until)
              and (:task is null or (modified_at, task_id) > (:modified::timestamptz, :task))
            order by modified_at, task_id limit :limit
            """;

    private final JdbcClient db;

    public TaskFinder(JdbcClient db) {
        this.db = db;
    }

    /** One of this performer's own. */
    public Optional<TaskRow> find(String task, PerformerId performer) {
        return db.sql("select * from tasks.task where task_id = :task and performer_id = :performer")
                .param("task", task)
                .param("performer", performer.value())
                .query(TaskRow::of)
                .optional();
    }

    /** One that this performer was asked, or that it asks of us. */
    Optional<TaskRow> seen(String task, PerformerId performer) {
        return db.sql("select * from tasks.task where task_id = :task and :performer in (performer_id, requester_id)")
                .param("task", task)
                .param("performer", performer.value())
                .query(TaskRow::of)
                .optional();
    }

    /** What this requester asks of us in this referral. */
    public Optional<TaskRow> askedBy(ReferralId referral, PerformerId requester) {
        return db.sql("select * from tasks.task where referral_id = :referral and requester_id = :requester")
                .param("referral", referral.value())
                .param("requester", requester.value())
                .query(TaskRow::of)
                .optional();
    }

    /** What this performer was asked last of this referral. */
    public Optional<TaskRow> latest(ReferralId referral, PerformerId performer) {
        return db.sql("select * from tasks.task where referral_id = :referral and performer_id = :performer"
                        + " order by authored_at desc, task_id desc limit 1")
                .param("referral", referral.value())
                .param("performer", performer.value())
                .query(TaskRow::of)
                .optional();
    }

    /** Who this record is, as known today; empty if it was erased. */
    public Optional<Subject> subject(String patient) {
        return db.sql("select * from patients.person where patient_id = :patient")
                .param("patient", patient)
                .query(Subject::of)
                .optional();
    }

    /** One page and one more, if there is one more. */
    List<TaskRow> find(FindTasks query) {
        return found(FIND, query);
    }

    /** The same of what the tasks ask for; status is that of a ServiceRequest. */
    List<TaskRow> requests(FindTasks query) {
        return found(REQUESTS, query);
    }

    private List<TaskRow> found(String sql, FindTasks query) {
        FindTasks.Place after = query.after();
        return db.sql(sql)
                .param("performer", query.performer().value())
                .param("owned", query.owned())
                .param("number", query.number(), Types.VARCHAR)
                .param("patient", query.patient(), Types.VARCHAR)
                .param("status", query.status().toArray(String[]::new))
                .param("since", utc(query.since()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", utc(query.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("task", after == null ? null : after.task(), Types.VARCHAR)
                .param("modified", utc(after == null ? null : after.modifiedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", query.size() + 1)
                .query(TaskRow::of)
                .list();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
