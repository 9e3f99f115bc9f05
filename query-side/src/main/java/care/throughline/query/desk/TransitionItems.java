package care.throughline.query.desk;

import care.throughline.events.Personal;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.Envelope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says what each thing that happens in a transition writes into its work item. */
final class TransitionItems {

    private final JdbcClient db;
    private final ZoneId zone;

    TransitionItems(JdbcClient db, ZoneId zone) {
        this.db = db;
        this.zone = zone;
    }

    void apply(TransitionEvent event, Envelope envelope) {
        ItemStatement item = new ItemStatement(event, envelope);
        switch (event) {
            case TransitionEvent.Opened e -> item.discharge(e.discharge(), e.clocks());
            case TransitionEvent.DischargeCorrected e -> item.discharge(e.discharge(), e.clocks());
            case TransitionEvent.Resumed e ->
                item.discharge(e.discharge(), e.clocks()).set("state = 'OPEN', closed_at = null, close_reason = null");
            case TransitionEvent.Voided e -> item.close("VOID", e.reason().name());
            case TransitionEvent.EndedByReadmission e ->
                item.close("READMITTED", e.planned() ? "planned" : "unplanned");
            case TransitionEvent.EndedByDeath ignored -> item.close("DIED", "");
            case TransitionEvent.Completed e -> item.close("COMPLETED", said(e.reason()));
            case TransitionEvent.OutreachAttempted e ->
                item.to(e.outcome().name())
                        .set("attempts = attempts + 1, last_attempt_at = :happened, last_outcome = :changedTo");
            case TransitionEvent.ContactMade e ->
                item.with("timely", e.timely()).set("contact_at = :happened, contact_timely = :timely");
            case TransitionEvent.VisitBooked e ->
                item.moment("starts", e.startsAt())
                        .with("day", dayOf(e.startsAt()))
                        .to(dayOf(e.startsAt()).toString())
                        .set("visit_at = :starts, visit_day = :day");
            case TransitionEvent.VisitCancelled e -> item.to(said(e.reason())).set("visit_at = null, visit_day = null");
            case TransitionEvent.VisitMissed ignored ->
                item.set("visit_at = null, visit_day = null, visits_missed = visits_missed + 1");
            case TransitionEvent.VisitKept e ->
                item.with("timely", e.timely())
                        .with("day", dayOf(e.occurredAt()))
                        .set("visit_kept_at = :happened, visit_timely = :timely, visit_day = :day");
            case TransitionEvent.MedicationsReconciled e ->
                item.with("timely", e.timely()).set("reconciled_at = :happened, reconciled_timely = :timely");
            case TransitionEvent.ReconciliationRejudged e ->
                item.with("timely", e.timely()).set("reconciled_timely = :timely");
            case TransitionEvent.ChecklistItemDone e ->
                item.to(e.item().name())
                        .set("checklist = array(select distinct unnest(checklist || :changedTo::text) order by 1)");
            case TransitionEvent.ChecklistItemReopened e ->
                item.to(e.item().name()).set("checklist = array_remove(checklist, :changedTo::text)");
            case TransitionEvent.ComplexityJudged e ->
                item.to(e.complexity().name()).set("complexity = :changedTo");
            case TransitionEvent.RiskScored e ->
                item.to(String.valueOf(e.lace().score()))
                        .with("score", e.lace().score())
                        .with("band", e.lace().band().name())
                        .set("lace = :score, band = :band");
            case TransitionEvent.Snoozed e ->
                item.moment("snoozedUntil", e.until()).with("snoozeReason", said(e.reason()));
            case TransitionEvent.Unsnoozed ignored -> {}
        }
        item.run(db, event instanceof TransitionEvent.Opened);
    }

    /** What somebody wrote, empty if nobody did or it was forgotten. */
    private static String said(@Nullable Personal<String> words) {
        return words == null ? "" : words.value().orElse("");
    }

    private LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
