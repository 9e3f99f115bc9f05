package care.throughline.query.desk;

import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.Envelope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one statement that an event writes into its work item, with its parameters. */
final class ItemStatement {

    private static final String OPEN = """
            insert into work_item (item_id, kind, patient_id, person_id, stay_id, facility, stay_class, disposition,
                discharged_at, discharge_date, contact_due, visit7_due, visit14_due, window_end, rule_id, rule_version,
                coordinator, offered_to, state, changed, changed_from, changed_to, cause, changed_at, changed_by, position,
                receipt)
            select :item, 'TRANSITION', p.patient_id, p.root_id, :stay, :facility, :class, :disposition,
                :dischargedAt, :date, :contactDue, :visit7Due, :visit14Due, :windowEnd, :rule, :ruleVersion,
                p.coordinator, p.offered_to, 'OPEN', array[:name], array[null::text], array[:changedTo], :cause, :at, :by,
                :position, array[:position::bigint]
            from person p where p.patient_id = :patient
            on conflict (item_id) do nothing
            """;

    /** Every change wakes the line, says what changed and adds its event to the receipt; told twice, it is told once. */
    private static final String CHANGE =
            "update work_item set snoozed_until = :snoozedUntil, snooze_reason = :snoozeReason, " + Change.NOTED;

    private static final String GUARD = " where item_id = :item and position < :position";

    private static final String DISCHARGE = """
            stay_id = :stay, facility = :facility, stay_class = :class, disposition = :disposition,
            discharged_at = :dischargedAt, discharge_date = :date, contact_due = :contactDue,
            visit7_due = :visit7Due, visit14_due = :visit14Due, window_end = :windowEnd, rule_id = :rule,
            rule_version = :ruleVersion
            """;

    private final Map<String, @Nullable Object> values;
    private final List<String> assignments = new ArrayList<>(List.of(CHANGE));

    ItemStatement(TransitionEvent event, Envelope envelope) {
        values = Change.of(envelope, null);
        with("item", event.transition().value()).moment("happened", event.occurredAt());
        values.put("snoozedUntil", null);
        values.put("snoozeReason", null);
    }

    ItemStatement with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    ItemStatement moment(String name, Instant value) {
        return with(name, value.atOffset(ZoneOffset.UTC));
    }

    /** What the change led to, as the line will tell it. */
    ItemStatement to(String value) {
        return with("changedTo", value);
    }

    ItemStatement set(String more) {
        assignments.add(more);
        return this;
    }

    ItemStatement discharge(Discharge discharge, Clocks clocks) {
        values.put(
                "disposition",
                discharge.disposition() == null ? null : discharge.disposition().code());
        return with("patient", discharge.patient().value())
                .with("stay", discharge.stay().value())
                .with("facility", discharge.facility().value())
                .with("class", discharge.stayClass().name())
                .moment("dischargedAt", discharge.dischargedAt())
                .with("date", discharge.date())
                .with("dated", true)
                .to(discharge.date().toString())
                .with("contactDue", clocks.contactDue())
                .with("visit7Due", clocks.visit7Due())
                .with("visit14Due", clocks.visit14Due())
                .with("windowEnd", clocks.windowEnd())
                .with("rule", clocks.rule().id())
                .with("ruleVersion", clocks.rule().version())
                .set(DISCHARGE);
    }

    ItemStatement close(String state, String reason) {
        return with("state", state).to(reason).set("state = :state, closed_at = :happened, close_reason = :changedTo");
    }

    void run(JdbcClient db, boolean opens) {
        db.sql(opens ? OPEN : String.join(", ", assignments) + GUARD)
                .params(values)
                .update();
    }
}
