package care.throughline.query.desk;

import static care.throughline.query.desk.Histories.ZONE;
import static care.throughline.query.desk.Histories.assigned;
import static care.throughline.query.desk.Histories.at;
import static care.throughline.query.desk.Histories.attempted;
import static care.throughline.query.desk.Histories.booked;
import static care.throughline.query.desk.Histories.contacted;
import static care.throughline.query.desk.Histories.corrected;
import static care.throughline.query.desk.Histories.discharged;
import static care.throughline.query.desk.Histories.item;
import static care.throughline.query.desk.Histories.kept;
import static care.throughline.query.desk.Histories.merged;
import static care.throughline.query.desk.Histories.nov;
import static care.throughline.query.desk.Histories.reconciled;
import static care.throughline.query.desk.Histories.scored;
import static care.throughline.query.desk.Histories.unmerged;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.transition.Complexity;
import care.throughline.events.transition.Outcome;
import care.throughline.events.transition.TransitionEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a line of the desk tells. */
class LinesTest {

    private final DeskUnderTest desk = new DeskUnderTest();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_is_due_next_follows_from_what_is_done() {
        desk.told(discharged("a", 2));
        assertThat(desk.line("a").dues().next()).isEqualTo(nov(4));

        desk.told(attempted("a", Outcome.REACHED, 3), contacted("a", 3));
        assertThat(desk.line("a").dues().next()).isEqualTo(nov(16));

        desk.told(booked("a", 9, 3));
        assertThat(desk.line("a").dues().next())
                .as("medicines no later than the visit")
                .isEqualTo(nov(9));

        desk.told(reconciled("a", 4), kept("a", 9));
        assertThat(desk.line("a").dues().next()).as("nothing but the window").isEqualTo(nov(2).plusDays(29));
    }

    @Test
    void high_complexity_makes_the_visit_due_within_seven_days() {
        desk.told(
                discharged("a", 2),
                contacted("a", 3),
                new TransitionEvent.ComplexityJudged(item("a"), Complexity.HIGH, nov(9), at(3)));

        assertThat(desk.line("a").dues().visit()).isEqualTo(nov(9));
        assertThat(desk.line("a").dues().next()).isEqualTo(nov(9));
    }

    @Test
    void a_corrected_discharge_moves_the_clocks_and_says_from_when_to_when() {
        desk.told(discharged("a", 2), corrected("a", 5, 6));

        Line line = desk.line("a");
        assertThat(line.dues().contact()).isEqualTo(nov(7));
        assertThat(line.latest().changes())
                .containsExactly(new Change("transition.DischargeCorrected", "2026-11-02", "2026-11-05"));
        assertThat(line.receipt()).containsExactly(1L, 2L);
    }

    @Test
    void what_one_cause_brought_about_is_told_together_until_something_else_happens() {
        desk.told(discharged("a", 2));
        desk.told(corrected("a", 5, 6), at(6), "hl7:STCLR", "msg_1");
        desk.told(scored("a", 9, 6), at(6), "automation", "msg_1");
        assertThat(desk.line("a").latest().changes())
                .extracting(Change::what)
                .containsExactly("transition.DischargeCorrected", "transition.RiskScored");

        desk.told(attempted("a", Outcome.NO_ANSWER, 7), at(7), "desk", "call");
        assertThat(desk.line("a").latest().changes())
                .containsExactly(new Change("transition.OutreachAttempted", null, "NO_ANSWER"));
    }

    @Test
    void a_visit_is_taken_to_have_been_when_it_was_booked_for_or_now_while_that_lies_ahead() {
        desk.told(discharged("a", 2));
        assertThat(Labels.keptAt(desk.line("a"), at(4), ZONE)).isEqualTo("2026-11-04T12:00");

        desk.told(booked("a", 9, 3));
        assertThat(Labels.keptAt(desk.line("a"), at(9).minusSeconds(40), ZONE)).isEqualTo("2026-11-09T11:59");
        assertThat(Labels.keptAt(desk.line("a"), at(10), ZONE)).isEqualTo("2026-11-09T12:00");
    }

    @Test
    void a_merge_moves_the_line_to_the_survivor_and_an_unmerge_moves_it_back() {
        desk.told(assigned("survivor", "ana", 1), discharged("a", 2));
        assertThat(desk.line("a").coordinator()).isEmpty();

        desk.told(merged("a", "survivor", 3));
        assertThat(desk.line("a").person()).isEqualTo("pat_survivor");
        assertThat(desk.line("a").coordinator()).isEqualTo("ana");

        desk.told(unmerged("a", "survivor", 4));
        assertThat(desk.line("a").person()).isEqualTo("pat_a");
        assertThat(desk.line("a").coordinator()).isEmpty();
    }
}
