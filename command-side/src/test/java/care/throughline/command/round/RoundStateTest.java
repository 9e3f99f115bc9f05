package care.throughline.command.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.round.RoundCommand.Begin;
import care.throughline.command.round.RoundCommand.Finish;
import care.throughline.command.round.RoundCommand.Undo;
import care.throughline.events.StaffId;
import care.throughline.events.round.RoundAct;
import care.throughline.events.round.RoundEvent;
import care.throughline.events.round.RoundId;
import care.throughline.events.round.RoundOutcome;
import care.throughline.events.round.WorkItemId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundStateTest {

    private static final RoundId ID = new RoundId("rnd_a");
    private static final StaffId NORA = new StaffId("nora");
    private static final StaffId OMAR = new StaffId("omar");
    private static final WorkItemId ONE = new WorkItemId("trn_a");
    private static final WorkItemId TWO = new WorkItemId("ref_b");
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");

    private RoundState state = new RoundState.Unknown();

    @Test
    void it_is_begun_finished_and_undone_once_each() {
        RoundOutcome refused = new RoundOutcome(TWO, "coordinator-present", "Somebody is accountable.");
        Finish finish = new Finish(ID, NORA, List.of(RoundOutcome.done(ONE), refused), NOW);
        Undo undo = new Undo(ID, NORA, List.of(RoundOutcome.done(ONE)), NOW);
        assertThat(when(begin(ONE, TWO))).containsExactly("RoundBegun");
        assertThat(when(begin(ONE, TWO))).isEmpty();
        assertThat(state.of(NORA).done()).isEmpty();
        assertThat(when(finish)).containsExactly("RoundFinished");
        assertThat(when(finish)).isEmpty();
        assertThat(state.of(NORA).done()).containsExactly(ONE);
        assertThat(when(undo)).containsExactly("RoundUndone");
        assertThat(when(undo)).isEmpty();
        assertThat(state.of(NORA).undone()).isTrue();
    }

    @Test
    void it_needs_lines_and_not_more_than_anybody_looks_at() {
        rejected("nothing-chosen", begin());
        rejected("too-many-chosen", begin(Collections.nCopies(201, ONE).toArray(WorkItemId[]::new)));
    }

    @Test
    void a_name_stands_for_one_choice_of_lines_by_one_person() {
        when(begin(ONE));
        rejected("round-present", begin(TWO));
        rejected("round-unknown", new Undo(ID, OMAR, List.of(), NOW));
        rejected("round-unknown", new Begin(ID, OMAR, RoundAct.TAKE, List.of(ONE), OMAR, null, NOW));
    }

    @Test
    void a_line_says_what_it_stands_for() {
        assertThat(ONE.transition()).isPresent();
        assertThat(ONE.referral()).isEmpty();
        assertThat(TWO.referral()).isPresent();
        assertThatThrownBy(() -> new WorkItemId("a name")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Begin begin(WorkItemId... items) {
        return new Begin(ID, NORA, RoundAct.TAKE, List.of(items), NORA, null, NOW);
    }

    private List<String> when(RoundCommand command) {
        List<RoundEvent> events = state.decide(command);
        events.forEach(event -> state = state.evolve(event));
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private void rejected(String reason, RoundCommand command) {
        assertThatThrownBy(() -> when(command))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }
}
