package care.throughline.query.loops;

import care.throughline.events.PerformerId;
import care.throughline.events.referral.ReferralEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one event writes: that the referral reached something, and what follows for its loop. */
final class MilestoneStatement {

    private static final String DRAFT = """
            insert into loop (referral_id, patient_id, specialty) values (:referral, :patient, :specialty)
            on conflict (referral_id) do nothing
            """;

    /** Without a performer of its own it is about whoever has the referral. */
    private static final String REACH = """
            insert into milestone (referral_id, position, milestone, performer_id, at, day)
            select referral_id, :position, :milestone, coalesce(:performer::text, performer_id), :happened, :day
            from loop where referral_id = :referral
            on conflict (referral_id, position) do nothing
            """;

    private final JdbcClient db;
    private final Map<String, @Nullable Object> values = new HashMap<>();

    MilestoneStatement(JdbcClient db, ReferralEvent event, long position, ZoneId zone) {
        this.db = db;
        values.put("referral", event.referral().value());
        values.put("position", position);
        values.put("happened", event.occurredAt().atOffset(ZoneOffset.UTC));
        values.put("day", LocalDate.ofInstant(event.occurredAt(), zone));
    }

    void draft(ReferralEvent.Drafted event) {
        values.put("patient", event.patient().value());
        values.put("specialty", event.specialty().name());
        run(DRAFT);
        reach(Milestone.CREATED, null);
    }

    MilestoneStatement reach(Milestone milestone, @Nullable PerformerId performer) {
        values.put("milestone", milestone.name());
        values.put("performer", performer == null ? null : performer.value());
        return run(REACH);
    }

    /** Changes the loop itself. */
    void set(String assignments) {
        run("update loop set " + assignments + " where referral_id = :referral");
    }

    MilestoneStatement run(String sql) {
        db.sql(sql).params(values).update();
        return this;
    }
}
