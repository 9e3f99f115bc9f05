package care.throughline.command.transition;

import static care.throughline.command.transition.Transitions.BACK_IN;
import static care.throughline.command.transition.Transitions.DISCHARGED;
import static care.throughline.command.transition.Transitions.ID;
import static care.throughline.command.transition.Transitions.at;
import static care.throughline.command.transition.Transitions.clocks;
import static care.throughline.command.transition.Transitions.discharge;
import static care.throughline.command.transition.Transitions.discharged;
import static care.throughline.command.transition.Transitions.open;
import static care.throughline.command.transition.Transitions.unheard;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.transition.TransitionCommand.CorrectDischarge;
import care.throughline.command.transition.TransitionCommand.EndByDeath;
import care.throughline.command.transition.TransitionCommand.EndByReadmission;
import care.throughline.command.transition.TransitionCommand.Resume;
import care.throughline.command.transition.TransitionCommand.ScoreRisk;
import care.throughline.events.transition.Lace;
import care.throughline.events.transition.TransitionEvent.ContactMade;
import care.throughline.events.transition.TransitionEvent.VoidReason;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReconcilingTest {

    private static final Instant LATER = at("2026-10-12T15:00:00Z");

    @Test
    void a_discharge_opens_it_once() {
        assertThat(discharged().thenNames()).containsExactly("Opened");
        assertThat(discharged().when(open()).then()).isEmpty();
    }

    @Test
    void nothing_else_begins_it() {
        assertThat(unheard().readmitted().then()).isEmpty();
        assertThat(unheard().voided().then()).isEmpty();
        assertThat(unheard().when(new EndByDeath(ID, LATER)).then()).isEmpty();
        assertThat(unheard().when(resume()).then()).isEmpty();
        assertThat(unheard().when(correct(DISCHARGED, "2026-10-05")).then()).isEmpty();
        assertThat(unheard().when(score(4)).then()).isEmpty();
    }

    @Test
    void a_readmission_ends_it_once_and_another_one_replaces_it() {
        assertThat(discharged().readmitted().thenNames()).containsExactly("EndedByReadmission");
        assertThat(discharged().readmitted().readmitted().then()).isEmpty();
        assertThat(discharged()
                        .readmitted()
                        .when(new EndByReadmission(ID, BACK_IN, true, at("2026-10-10T15:00:00Z")))
                        .thenNames())
                .containsExactly("EndedByReadmission");
    }

    @Test
    void a_death_ends_it_once() {
        Transitions dead = discharged().when(new EndByDeath(ID, LATER));
        assertThat(dead.thenNames()).containsExactly("EndedByDeath");
        assertThat(dead.when(new EndByDeath(ID, LATER)).then()).isEmpty();
    }

    @Test
    void what_was_taken_back_runs_again_with_the_calls_made_before() {
        Transitions history = discharged().contacted().voided();
        assertThat(history.thenNames()).containsExactly("Voided");
        assertThat(history.voided().then()).isEmpty();
        assertThat(history.when(resume()).thenNames()).containsExactly("Resumed");
        assertThat(history.when(resume()).then()).isEmpty();
        assertThat(history.state().work().contact()).isNotNull();
    }

    @Test
    void what_was_void_runs_again_before_it_ends() {
        assertThat(discharged().voided().readmitted().thenNames()).containsExactly("Resumed", "EndedByReadmission");
    }

    @Test
    void a_corrected_discharge_moves_the_clocks_and_judges_the_contact_anew() {
        Transitions history = discharged().contacted().when(correct(at("2026-09-30T15:00:00Z"), "2026-10-02"));
        assertThat(history.thenNames()).containsExactly("DischargeCorrected", "ContactMade");
        assertThat(history.then().getLast())
                .isInstanceOfSatisfying(
                        ContactMade.class,
                        contact -> assertThat(contact.timely()).isFalse());
        assertThat(history.when(correct(at("2026-09-30T15:00:00Z"), "2026-10-02"))
                        .then())
                .isEmpty();
    }

    @Test
    void the_risk_is_scored_again_only_with_other_inputs() {
        Transitions history = discharged().when(score(4));
        assertThat(history.thenNames()).containsExactly("RiskScored");
        assertThat(history.when(score(4)).then()).isEmpty();
        assertThat(history.when(score(5)).thenNames()).containsExactly("RiskScored");
    }

    @Test
    void another_reason_for_being_void_is_told() {
        Transitions history =
                discharged().voided().when(new TransitionCommand.Void(ID, VoidReason.NOT_DISCHARGED_HOME, LATER));
        assertThat(history.thenNames()).containsExactly("Voided");
    }

    private static Resume resume() {
        return new Resume(ID, discharge(DISCHARGED), clocks("2026-10-05"), LATER);
    }

    private static CorrectDischarge correct(Instant at, String contactDue) {
        return new CorrectDischarge(ID, discharge(at), clocks(contactDue), LATER);
    }

    private static ScoreRisk score(int days) {
        return new ScoreRisk(ID, new Lace(days, true, 0, 0, days + 3, Lace.Band.MODERATE, "lace-1"), LATER);
    }
}
