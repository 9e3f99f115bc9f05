package care.throughline.command.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.retention.RetentionCommand.Approve;
import care.throughline.command.retention.RetentionCommand.Complete;
import care.throughline.command.retention.RetentionCommand.LetGo;
import care.throughline.command.retention.RetentionCommand.Propose;
import care.throughline.command.retention.RetentionCommand.Withdraw;
import care.throughline.events.MessageId;
import care.throughline.events.StaffId;
import care.throughline.events.erasure.RecordClass;
import care.throughline.events.retention.RetentionEvent;
import care.throughline.events.retention.RetentionEvent.Approved;
import care.throughline.events.retention.RetentionEvent.Completed;
import care.throughline.events.retention.RetentionEvent.MessagesLetGo;
import care.throughline.events.retention.RunId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetentionStateTest {

    private static final Instant NOW = Instant.parse("2026-11-10T17:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2024, 11, 10);
    private static final RunId RUN = new RunId("ret_1");
    private static final StaffId CLEO = new StaffId("cleo.marsh");
    private static final StaffId RUTH = new StaffId("ruth.adler");
    private static final Set<MessageId> TEXTS = Set.of(new MessageId("msg_1"));

    @Test
    void a_second_person_approves_what_one_put_forward() {
        assertThat(after(proposed(RecordClass.MESSAGE)).decide(new Approve(RUN, RUTH, NOW)))
                .containsExactly(new Approved(RUN, RecordClass.MESSAGE, DAY, CLEO, RUTH, NOW));
        refused(after(proposed(RecordClass.MESSAGE)), new Approve(RUN, CLEO, NOW), "second-person-needed");
    }

    @Test
    void people_go_one_by_one_and_files_hold_nothing_to_let_go_of() {
        refused(new RetentionState.Unknown(), proposed(RecordClass.PERSON), "one-by-one");
        refused(new RetentionState.Unknown(), proposed(RecordClass.ERASURE_FILE), "nothing-personal");
    }

    @Test
    void nothing_goes_before_it_was_approved_or_after_it_was_completed() {
        LetGo go = new LetGo(RUN, TEXTS, NOW);
        RetentionCommand approve = new Approve(RUN, RUTH, NOW);
        Complete complete = new Complete(RUN, 2, NOW);

        assertThat(after(proposed(RecordClass.MESSAGE)).decide(go)).isEmpty();
        assertThat(after(proposed(RecordClass.MESSAGE)).decide(complete)).isEmpty();
        assertThat(after(proposed(RecordClass.MESSAGE), approve).decide(go))
                .containsExactly(new MessagesLetGo(RUN, TEXTS, NOW));
        assertThat(after(proposed(RecordClass.MESSAGE), approve, go).decide(complete))
                .containsExactly(new Completed(RUN, 2, NOW));
        assertThat(after(proposed(RecordClass.MESSAGE), approve, go, complete).decide(go))
                .isEmpty();
        assertThat(after(proposed(RecordClass.MESSAGE), approve).decide(approve))
                .isEmpty();
    }

    @Test
    void what_was_withdrawn_or_never_put_forward_cannot_be_approved() {
        RetentionCommand withdraw = new Withdraw(RUN, CLEO, NOW);

        assertThat(after(proposed(RecordClass.MESSAGE), withdraw).decide(new Approve(RUN, RUTH, NOW)))
                .isEmpty();
        assertThat(after(proposed(RecordClass.MESSAGE), withdraw).decide(withdraw))
                .isEmpty();
        refused(new RetentionState.Unknown(), new Approve(RUN, RUTH, NOW), "no-such-run");
        refused(
                after(proposed(RecordClass.MESSAGE), new Approve(RUN, RUTH, NOW)),
                new Withdraw(RUN, CLEO, NOW),
                "no-such-run");
    }

    private static Propose proposed(RecordClass recordClass) {
        return new Propose(RUN, recordClass, DAY, "House rule", CLEO, NOW);
    }

    private static RetentionState after(RetentionCommand... commands) {
        RetentionState state = new RetentionState.Unknown();
        for (RetentionCommand command : commands) {
            List<RetentionEvent> events = state.decide(command);
            for (RetentionEvent event : events) {
                state = state.evolve(event);
            }
        }
        return state;
    }

    private static void refused(RetentionState state, RetentionCommand command, String reason) {
        assertThatThrownBy(() -> state.decide(command))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }
}
