package care.throughline.command.transition;

import static care.throughline.command.transition.Transitions.ID;
import static care.throughline.command.transition.Transitions.at;
import static care.throughline.command.transition.Transitions.discharged;
import static care.throughline.command.transition.Transitions.outreach;
import static care.throughline.command.transition.Transitions.unheard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.events.transition.Channel;
import care.throughline.events.transition.ChecklistItem;
import care.throughline.events.transition.Complexity;
import care.throughline.events.transition.Outcome;
import care.throughline.events.transition.TransitionEvent.ComplexityJudged;
import care.throughline.events.transition.TransitionEvent.ContactMade;
import care.throughline.events.transition.TransitionEvent.MedicationsReconciled;
import care.throughline.events.transition.TransitionEvent.ReconciliationRejudged;
import care.throughline.events.transition.TransitionEvent.VisitKept;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CoordinatingTest {

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "VIDEO", "TEXT", "EMAIL", "IN_PERSON"})
    void reaching_the_patient_is_the_contact_that_the_clock_asks_for(Channel channel) {
        Transitions history = discharged().when(outreach("a1", channel, Outcome.REACHED, "2026-10-05T15:00:00Z"));
        assertThat(history.thenNames()).containsExactly("OutreachAttempted", "ContactMade");
    }

    @ParameterizedTest
    @EnumSource(names = {"CHATBOT", "LETTER"})
    void a_chatbot_or_a_letter_is_no_contact(Channel channel) {
        Transitions history = discharged().when(outreach("a1", channel, Outcome.REACHED, "2026-10-05T15:00:00Z"));
        assertThat(history.thenNames()).containsExactly("OutreachAttempted");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REACHED")
    void a_failed_attempt_is_evidence_and_no_contact(Outcome outcome) {
        Transitions history = discharged().when(outreach("a1", Channel.PHONE, outcome, "2026-10-02T15:00:00Z"));
        assertThat(history.thenNames()).containsExactly("OutreachAttempted");
    }

    @ParameterizedTest
    @CsvSource({"2026-10-06T03:59:00Z, true", "2026-10-06T04:00:00Z, false"})
    void a_contact_is_timely_until_the_due_day_ends_in_the_organisations_zone(String at, boolean timely) {
        Transitions history = discharged().when(outreach("a1", Channel.PHONE, Outcome.REACHED, at));
        assertThat(history.then().getLast())
                .isInstanceOfSatisfying(
                        ContactMade.class,
                        contact -> assertThat(contact.timely()).isEqualTo(timely));
    }

    @Test
    void the_same_attempt_told_twice_counts_once() {
        assertThat(discharged().contacted().contacted().then()).isEmpty();
    }

    @Test
    void an_earlier_contact_that_is_written_down_later_is_the_one_that_counts() {
        Transitions history = discharged()
                .when(outreach("late", Channel.PHONE, Outcome.REACHED, "2026-10-08T15:00:00Z"))
                .when(outreach("early", Channel.PHONE, Outcome.REACHED, "2026-10-02T15:00:00Z"));
        assertThat(history.thenNames()).containsExactly("OutreachAttempted", "ContactMade");
        assertThat(history.when(outreach("later", Channel.PHONE, Outcome.REACHED, "2026-10-09T15:00:00Z"))
                        .thenNames())
                .containsExactly("OutreachAttempted");
    }

    @Test
    void nothing_is_recorded_before_it_has_happened_or_before_the_discharge() {
        rejected("in-the-future", discharged().nowIs("2026-10-02T15:00:00Z"), reached("2026-10-02T15:03:00Z"));
        rejected("before-discharge", discharged(), reached("2026-10-01T14:59:00Z"));
    }

    @Test
    void what_happened_before_the_end_may_be_written_down_after_it_but_nothing_later() {
        Transitions ended = discharged().readmitted();
        assertThat(ended.when(reached("2026-10-09T15:00:00Z")).thenNames()).hasSize(2);
        rejected("transition-ended", ended, reached("2026-10-11T15:00:00Z"));
        rejected("transition-ended", ended, new TransitionCommand.Unsnooze(ID, at("2026-10-11T15:00:00Z")));
    }

    @Test
    void nothing_is_done_in_a_transition_that_is_void_or_unknown() {
        rejected("transition-void", discharged().voided(), reached("2026-10-02T15:00:00Z"));
        rejected("transition-unknown", unheard(), reached("2026-10-02T15:00:00Z"));
    }

    @Test
    void a_visit_is_booked_moved_missed_and_cancelled() {
        Transitions history = discharged().nowIs("2026-10-02T15:00:00Z");
        assertThat(history.when(book("2026-10-06T15:00:00Z")).thenNames()).containsExactly("VisitBooked");
        assertThat(history.when(book("2026-10-06T15:00:00Z")).then()).isEmpty();
        assertThat(history.when(book("2026-10-07T15:00:00Z")).thenNames())
                .containsExactly("VisitCancelled", "VisitBooked");
        rejected("visit-not-yet", history, new TransitionCommand.RecordMissedVisit(ID, at("2026-10-02T15:00:00Z")));
        history.nowIs("2026-10-07T16:00:00Z");
        assertThat(history.when(new TransitionCommand.RecordMissedVisit(ID, at("2026-10-07T16:00:00Z")))
                        .thenNames())
                .containsExactly("VisitMissed");
        rejected("visit-not-booked", history, new TransitionCommand.CancelVisit(ID, "ill", at("2026-10-07T16:00:00Z")));
        rejected("in-the-past", history, book("2026-10-07T15:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"HIGH, 2026-10-08, true", "HIGH, 2026-10-09, false", "MODERATE, 2026-10-15, true"})
    void a_visit_is_due_after_7_days_if_complex_and_after_14_otherwise(
            Complexity complexity, LocalDate day, boolean timely) {
        Transitions history =
                discharged().when(new TransitionCommand.JudgeComplexity(ID, complexity, at("2026-10-02T15:00:00Z")));
        assertThat(history.then().getFirst()).isInstanceOf(ComplexityJudged.class);
        history.when(new TransitionCommand.RecordVisit(ID, at(day + "T15:00:00Z")));
        assertThat(history.then().getFirst())
                .isInstanceOfSatisfying(
                        VisitKept.class, visit -> assertThat(visit.timely()).isEqualTo(timely));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-06, true", "2026-10-07, false"})
    void medicines_are_to_be_reconciled_no_later_than_the_day_of_the_visit(LocalDate day, boolean timely) {
        Transitions history = discharged()
                .when(new TransitionCommand.RecordVisit(ID, at("2026-10-06T15:00:00Z")))
                .when(new TransitionCommand.RecordReconciliation(ID, "", at(day + "T20:00:00Z")));
        assertThat(history.then().getFirst())
                .isInstanceOfSatisfying(
                        MedicationsReconciled.class,
                        done -> assertThat(done.timely()).isEqualTo(timely));
    }

    @Test
    void a_visit_that_we_learn_of_later_judges_the_reconciliation_anew() {
        Transitions history = discharged()
                .when(new TransitionCommand.RecordReconciliation(ID, "", at("2026-10-07T20:00:00Z")))
                .when(new TransitionCommand.RecordVisit(ID, at("2026-10-06T15:00:00Z")));
        assertThat(history.then().getLast())
                .isEqualTo(new ReconciliationRejudged(ID, false, at("2026-10-06T15:00:00Z")));
        history.when(new TransitionCommand.RecordVisit(ID, at("2026-10-08T15:00:00Z")));
        assertThat(history.then().getLast())
                .isEqualTo(new ReconciliationRejudged(ID, true, at("2026-10-08T15:00:00Z")));
    }

    @Test
    void a_visit_that_changes_nothing_about_the_reconciliation_says_nothing_of_it() {
        Transitions history = discharged()
                .when(new TransitionCommand.RecordReconciliation(ID, "", at("2026-10-05T20:00:00Z")))
                .when(new TransitionCommand.RecordVisit(ID, at("2026-10-06T15:00:00Z")));
        assertThat(history.thenNames()).containsExactly("VisitKept");
    }

    @Test
    void a_checklist_item_is_ticked_and_unticked_once() {
        Transitions history = discharged().when(check(true));
        assertThat(history.thenNames()).containsExactly("ChecklistItemDone");
        assertThat(history.when(check(true)).then()).isEmpty();
        assertThat(history.when(check(false)).thenNames()).containsExactly("ChecklistItemReopened");
    }

    @Test
    void what_sleeps_until_later_with_a_reason_comes_back_when_something_new_happens() {
        Transitions history = discharged().nowIs("2026-10-02T15:00:00Z");
        rejected("reason-missing", history, snooze("2026-10-03T15:00:00Z", " "));
        rejected("in-the-past", history, snooze("2026-10-02T14:00:00Z", "asleep"));
        assertThat(history.when(snooze("2026-10-03T15:00:00Z", "asleep")).thenNames())
                .containsExactly("Snoozed");
        assertThat(history.when(snooze("2026-10-03T15:00:00Z", "asleep")).then())
                .isEmpty();
        assertThat(history.readmitted().thenNames()).containsExactly("EndedByReadmission", "Unsnoozed");
    }

    @Test
    void a_snooze_is_taken_back_only_if_nothing_happened_since() {
        Transitions history = discharged().nowIs("2026-10-02T15:00:00Z");
        Instant snoozed = at("2026-10-02T15:00:00Z");
        TransitionCommand back = new TransitionCommand.TakeBackSnooze(ID, snoozed, at("2026-10-02T16:00:00Z"));
        rejected("happened-since", history, back);
        history.when(snooze("2026-10-03T15:00:00Z", "asleep"));
        assertThat(history.when(back).thenNames()).containsExactly("Unsnoozed");
        history.when(snooze("2026-10-04T15:00:00Z", "asleep")).when(book("2026-10-06T15:00:00Z"));
        rejected("happened-since", history, back);
    }

    @Test
    void work_is_complete_when_everything_was_done_or_somebody_says_why_not() {
        rejected("completion-needs-reason", discharged().contacted(), complete(null));
        assertThatThrownBy(() -> discharged().contacted().when(complete(null)))
                .hasMessage("Still missing: the follow-up visit, the medication reconciliation."
                        + " Say why the work is done without.");
        assertThat(discharged().when(complete("moved away")).thenNames()).containsExactly("Completed");
        Transitions done = discharged()
                .contacted()
                .when(new TransitionCommand.RecordVisit(ID, at("2026-10-06T15:00:00Z")))
                .when(new TransitionCommand.RecordReconciliation(ID, "", at("2026-10-06T15:00:00Z")))
                .when(complete(null));
        assertThat(done.thenNames()).containsExactly("Completed");
        assertThat(done.when(complete(null)).then()).isEmpty();
    }

    private static void rejected(String reason, Transitions history, TransitionCommand command) {
        assertThatThrownBy(() -> history.when(command))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    private static TransitionCommand reached(String at) {
        return Transitions.outreach("at " + at, Channel.PHONE, Outcome.REACHED, at);
    }

    private static TransitionCommand book(String startsAt) {
        return new TransitionCommand.BookVisit(ID, at(startsAt), "Dr. Ito", at("2026-10-02T15:00:00Z"));
    }

    private static TransitionCommand check(boolean done) {
        return new TransitionCommand.SetChecklistItem(
                ID, ChecklistItem.SUMMARY_RECEIVED, done, at("2026-10-02T15:00:00Z"));
    }

    private static TransitionCommand snooze(String until, String reason) {
        return new TransitionCommand.Snooze(ID, at(until), reason, at("2026-10-02T15:00:00Z"));
    }

    private static TransitionCommand complete(@Nullable String reason) {
        return new TransitionCommand.Complete(ID, reason, at("2026-10-08T15:00:00Z"));
    }
}
