package care.throughline.command.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.patient.PatientCommand.AddIdentifier;
import care.throughline.command.patient.PatientCommand.AskSurvivor;
import care.throughline.command.patient.PatientCommand.MergeInto;
import care.throughline.command.patient.PatientCommand.Register;
import care.throughline.command.patient.PatientCommand.ReportDeath;
import care.throughline.command.patient.PatientCommand.ReportDemographics;
import care.throughline.command.patient.PatientCommand.RetireIdentifier;
import care.throughline.command.patient.PatientCommand.Unmerge;
import care.throughline.command.patient.PatientCommand.WithdrawDeath;
import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.Identifier;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.patient.PatientEvent.DeathRecorded;
import care.throughline.events.patient.PatientEvent.MergeKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatientStateTest {

    private static final PatientId SELF = new PatientId("pat_a");
    private static final PatientId OTHER = new PatientId("pat_b");
    private static final IdentifierKey KEY = new IdentifierKey("idk_a");

    private PatientState state = PatientState.UNKNOWN;

    @Test
    void whoever_is_told_of_first_is_registered_once() {
        assertThat(when(new Register(SELF, day(1)))).containsExactly("Registered");
        assertThat(when(new Register(SELF, day(2)))).isEmpty();
    }

    @Test
    void a_number_is_added_and_retired_once_and_registers_whoever_was_unknown() {
        assertThat(when(add())).containsExactly("Registered", "IdentifierAdded");
        assertThat(when(add())).isEmpty();
        assertThat(when(new RetireIdentifier(SELF, KEY, day(2)))).containsExactly("IdentifierRetired");
        assertThat(when(new RetireIdentifier(SELF, KEY, day(2)))).isEmpty();
    }

    @Test
    void of_a_report_only_what_changed_is_corrected_and_the_rest_confirmed() {
        when(told(1, DemographicField.CITY, "Boston"));
        assertThat(when(new ReportDemographics(
                        SELF, Map.of(DemographicField.CITY, "Boston", DemographicField.ZIP, "02101"), day(2))))
                .containsExactly("DemographicsCorrected", "DemographicsConfirmed");
        assertThat(when(told(2, DemographicField.CITY, "Boston"))).isEmpty();
    }

    @Test
    void news_older_than_what_was_confirmed_changes_nothing() {
        when(told(1, DemographicField.CITY, "Boston"));
        when(told(3, DemographicField.CITY, "Boston"));
        assertThat(when(told(2, DemographicField.CITY, "Salem"))).isEmpty();
    }

    @Test
    void two_values_told_at_the_same_moment_end_the_same_in_both_orders() {
        when(told(1, DemographicField.CITY, "Salem"));
        when(told(1, DemographicField.CITY, "Boston"));
        Demographics one = state.demographics();
        state = PatientState.UNKNOWN;
        when(told(1, DemographicField.CITY, "Boston"));
        when(told(1, DemographicField.CITY, "Salem"));
        assertThat(state.demographics()).isEqualTo(one);
    }

    @Test
    void an_empty_text_deletes_a_field() {
        when(told(1, DemographicField.LANGUAGE, "es"));
        assertThat(when(told(2, DemographicField.LANGUAGE, ""))).containsExactly("DemographicsCorrected");
    }

    @Test
    void a_death_is_taken_back_only_by_later_news() {
        assertThat(when(death(null, 2))).containsExactly("Registered", "DeathRecorded");
        assertThat(when(new WithdrawDeath(SELF, day(1)))).isEmpty();
        assertThat(when(new WithdrawDeath(SELF, day(2)))).isEmpty();
        assertThat(when(new WithdrawDeath(SELF, day(3)))).containsExactly("DeathWithdrawn");
        assertThat(when(death(day(1), 2))).isEmpty();
    }

    @Test
    void who_was_told_to_be_alive_does_not_die_of_an_older_report_that_comes_late() {
        assertThat(when(new WithdrawDeath(SELF, day(3)))).containsExactly("Registered", "AliveConfirmed");
        assertThat(when(death(day(1), 2))).isEmpty();
        assertThat(when(new WithdrawDeath(SELF, day(3)))).isEmpty();
        assertThat(when(new WithdrawDeath(SELF, day(2)))).isEmpty();
        assertThat(when(new WithdrawDeath(SELF, day(4)))).containsExactly("AliveConfirmed");
        assertThat(when(death(null, 4))).containsExactly("DeathRecorded");
    }

    @Test
    void a_death_told_again_without_its_time_keeps_the_time() {
        when(death(day(1), 2));
        assertThat(when(death(null, 3))).containsExactly("DeathRecorded");
        assertThat(((Life.Dead) state.life()).known()).isEqualTo(new DeathRecorded(SELF, day(1), day(3)));
        assertThat(when(death(null, 3))).isEmpty();
    }

    @Test
    void a_time_of_death_that_comes_late_is_still_learned() {
        when(death(null, 3));
        assertThat(when(death(day(1), 2))).containsExactly("DeathRecorded");
        assertThat(((Life.Dead) state.life()).known().diedAt()).isEqualTo(day(1));
    }

    @Test
    void a_record_is_merged_once_and_a_sources_word_weighs_more_than_shared_numbers() {
        assertThat(when(merge(OTHER, MergeKind.SAME_IDENTIFIERS, 1))).containsExactly("Registered", "MergedInto");
        assertThat(when(merge(OTHER, MergeKind.SAME_IDENTIFIERS, 2))).isEmpty();
        assertThat(when(merge(OTHER, MergeKind.TOLD, 2))).containsExactly("MergedInto");
        assertThat(when(merge(OTHER, MergeKind.TOLD, 2))).isEmpty();
        assertThat(when(merge(SELF, MergeKind.TOLD, 2))).isEmpty();
        rejected("already-merged", merge(new PatientId("pat_c"), MergeKind.TOLD, 3));
    }

    @Test
    void an_unmerge_needs_a_reason_and_only_later_news_of_a_source_merges_again() {
        when(new Register(SELF, day(1)));
        rejected("not-merged", new Unmerge(SELF, "sisters", day(1)));
        when(merge(OTHER, MergeKind.TOLD, 1));
        rejected("reason-missing", new Unmerge(SELF, " ", day(2)));
        assertThat(when(new Unmerge(SELF, "sisters", day(2)))).containsExactly("Unmerged");
        assertThat(when(new Unmerge(SELF, "sisters", day(2)))).isEmpty();
        assertThat(when(merge(OTHER, MergeKind.TOLD, 1))).isEmpty();
        assertThat(when(merge(OTHER, MergeKind.SAME_IDENTIFIERS, 3))).isEmpty();
        assertThat(when(merge(OTHER, MergeKind.TOLD, 3))).containsExactly("MergedInto");
    }

    @Test
    void nobody_answers_for_a_record_that_was_never_told_of() {
        rejected("patient-unknown", new AskSurvivor(SELF));
        rejected("patient-unknown", new Unmerge(SELF, "sisters", day(1)));
    }

    private List<String> when(PatientCommand command) {
        List<PatientEvent> events = state.decide(command);
        events.forEach(event -> state = state.evolve(event));
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private void rejected(String reason, PatientCommand command) {
        assertThatThrownBy(() -> when(command))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    private static ReportDemographics told(int day, DemographicField field, String value) {
        return new ReportDemographics(SELF, Map.of(field, value), day(day));
    }

    private static ReportDeath death(@Nullable Instant diedAt, int day) {
        return new ReportDeath(SELF, diedAt, day(day));
    }

    private static MergeInto merge(PatientId survivor, MergeKind kind, int day) {
        return new MergeInto(SELF, survivor, kind, day(day));
    }

    private static AddIdentifier add() {
        return new AddIdentifier(SELF, KEY, new Identifier("RVBND", "1", Identifier.Type.MR), day(1));
    }

    private static Instant day(int day) {
        return Instant.parse("2026-10-%02dT12:00:00Z".formatted(day));
    }
}
