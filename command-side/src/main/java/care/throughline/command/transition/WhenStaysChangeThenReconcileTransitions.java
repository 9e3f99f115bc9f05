package care.throughline.command.transition;

import care.throughline.command.Automation;
import care.throughline.command.Commands;
import care.throughline.command.Sealing;
import care.throughline.command.rules.Rules;
import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import care.throughline.events.patient.PatientEvent.AliveConfirmed;
import care.throughline.events.patient.PatientEvent.DeathRecorded;
import care.throughline.events.patient.PatientEvent.DeathWithdrawn;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.events.patient.PatientEvent.MergedInto;
import care.throughline.events.patient.PatientEvent.Unmerged;
import care.throughline.events.stay.Diagnosis;
import care.throughline.events.stay.StayEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps every transition in step with all stays of its person: after each piece of news it works out anew which
 * transitions there should be, and asks for the difference. It may see an event twice, or all of them again.
 */
public final class WhenStaysChangeThenReconcileTransitions implements Automation {

    private static final String NAME = "when_stays_change_then_reconcile_transitions";
    private static final Map<String, String> ITSELF = Map.of(
            Meta.ACTOR,
            "system:" + NAME,
            Meta.ROLE,
            "SYSTEM",
            Meta.PURPOSE,
            "TREAT",
            Meta.SOURCE,
            "automation:" + NAME);

    private final Journeys journeys;
    private final Rules rules;
    private final ZoneId zone;
    private final Commands commands;

    WhenStaysChangeThenReconcileTransitions(Journeys journeys, Rules rules, ZoneId zone, Commands commands) {
        this.journeys = journeys;
        this.rules = rules;
        this.zone = zone;
        this.commands = commands;
    }

    /**
     * Keeps what it knows in tables {@code command.journey_*}, in the transaction of the event.
     *
     * @param zone the organisation's, in which days are counted
     */
    public static WhenStaysChangeThenReconcileTransitions keptIn(
            DataSource database, Sealing sealing, Rules rules, ZoneId zone, Commands commands) {
        Journeys journeys = new JourneyTables(JdbcClient.create(database), sealing);
        return new WhenStaysChangeThenReconcileTransitions(journeys, rules, zone, commands);
    }

    @Override
    public String name() {
        return NAME;
    }

    @EventHandler
    void on(StayEvent event, @SequenceNumber long version) {
        journeys.keep(event.after(), codes(event), version)
                .forEach(patient -> reconcile(patient, event.report().toldAt()));
    }

    @EventHandler
    void on(MergedInto event, @SequenceNumber long version) {
        Instant countsFrom = event.kind() == MergeKind.TOLD ? event.occurredAt() : null;
        if (journeys.change(event.patient(), version, known -> known.mergedInto(event.survivor(), countsFrom))) {
            reconcile(event.patient(), event.occurredAt());
        }
    }

    @EventHandler
    void on(Unmerged event, @SequenceNumber long version) {
        if (journeys.change(event.patient(), version, PersonRecord::alone)) {
            reconcile(event.patient(), event.occurredAt());
            reconcile(event.from(), event.occurredAt());
        }
    }

    @EventHandler
    void on(DeathRecorded event, @SequenceNumber long version) {
        PersonRecord.Life dead = new PersonRecord.Life(true, event.diedAt(), event.occurredAt());
        if (journeys.change(event.patient(), version, known -> known.told(dead))) {
            reconcile(event.patient(), event.occurredAt());
        }
    }

    @EventHandler
    void on(DeathWithdrawn event, @SequenceNumber long version) {
        alive(event.patient(), event.occurredAt(), version);
    }

    @EventHandler
    void on(AliveConfirmed event, @SequenceNumber long version) {
        alive(event.patient(), event.occurredAt(), version);
    }

    private void alive(PatientId patient, Instant toldAt, long version) {
        PersonRecord.Life alive = new PersonRecord.Life(false, null, toldAt);
        if (journeys.change(patient, version, known -> known.told(alive))) {
            reconcile(patient, toldAt);
        }
    }

    private void reconcile(PatientId patient, Instant toldAt) {
        Person person = journeys.personOf(patient);
        new Journey(person.stays(), person.diagnoses(), person.diedAt(), rules, zone)
                .plans()
                .forEach(plan -> carryOut(plan, toldAt));
    }

    private void carryOut(Plan plan, Instant toldAt) {
        String known = journeys.planOf(plan.stay()).orElse("");
        boolean neverBegan = known.isEmpty() && plan instanceof Plan.None;
        if (!neverBegan && !known.equals(plan.toString())) {
            commands.together(() -> {
                plan.commands(toldAt).forEach(command -> commands.send(command, ITSELF));
                return plan;
            });
            journeys.remember(plan.stay(), plan.toString());
        }
    }

    /** The codes of the diagnoses told now; without a named system they are taken for ICD-10-CM. */
    private static Set<String> codes(StayEvent event) {
        return event.report()
                .details()
                .map(
                        details -> details.diagnoses().stream()
                                .filter(WhenStaysChangeThenReconcileTransitions::isIcd10)
                                .map(Diagnosis::code)
                                .collect(Collectors.toSet()),
                        Set.<String>of());
    }

    private static boolean isIcd10(Diagnosis diagnosis) {
        String system = diagnosis.system().toUpperCase(Locale.ROOT);
        return system.isEmpty() || system.startsWith("I10") || system.contains("ICD-10") || system.contains("ICD10");
    }
}
