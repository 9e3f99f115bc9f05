package care.throughline.command.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.intake.IntakeCommand.Correct;
import care.throughline.command.intake.IntakeCommand.Discard;
import care.throughline.command.intake.IntakeCommand.MarkApplied;
import care.throughline.command.intake.IntakeCommand.Receive;
import care.throughline.command.intake.IntakeCommand.SetAside;
import care.throughline.command.intake.IntakeCommand.Standing;
import care.throughline.events.MessageId;
import care.throughline.events.StaffId;
import care.throughline.events.intake.IntakeEvent;
import care.throughline.events.intake.IntakeEvent.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InboundStateTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
    private static final MessageId ID = new MessageId("msg_a");

    private InboundState state = new InboundState.Unheard();

    @Test
    void a_message_is_received_once_and_open_until_it_is_applied() {
        assertThat(tell(receive("d"))).hasExactlyElementsOfTypes(IntakeEvent.MessageReceived.class);
        assertThat(tell(receive("d"))).isEmpty();
        assertThat(state.standing("d")).isEqualTo(Standing.OPEN);
        assertThat(tell(applied())).hasExactlyElementsOfTypes(IntakeEvent.MessageApplied.class);
        assertThat(state.standing("d")).isEqualTo(Standing.DONE);
    }

    @Test
    void a_repeat_is_noted_and_applies_nothing() {
        tell(receive("d"));
        tell(applied());
        assertThat(tell(receive("d"))).hasExactlyElementsOfTypes(IntakeEvent.MessageRepeated.class);
        assertThat(tell(applied())).isEmpty();
    }

    @Test
    void other_content_under_the_same_control_id_is_seen() {
        tell(receive("d"));
        assertThat(state.standing("e")).isEqualTo(Standing.OTHER_CONTENT);
        assertThat(tell(receive("e"))).isEmpty();
    }

    @Test
    void what_is_set_aside_may_fare_better_when_it_comes_again() {
        tell(receive("d"));
        assertThat(tell(aside("unknown-sender"))).hasExactlyElementsOfTypes(IntakeEvent.MessageSetAside.class);
        assertThat(tell(aside("unknown-sender"))).isEmpty();
        assertThat(state.standing("d")).isEqualTo(Standing.OPEN);
        assertThat(tell(applied())).hasExactlyElementsOfTypes(IntakeEvent.MessageApplied.class);
        assertThat(tell(aside("unknown-sender"))).isEmpty();
    }

    @Test
    void a_correction_that_fails_for_the_same_reason_is_set_aside_again() {
        tell(receive("d"));
        tell(aside("no-identifier"));
        tell(new Correct(ID, new StaffId("nora.quinn"), "e", NOW));

        assertThat(tell(aside("no-identifier"))).hasExactlyElementsOfTypes(IntakeEvent.MessageSetAside.class);
        assertThat(tell(aside("no-identifier"))).isEmpty();
    }

    @Test
    void only_what_waits_can_be_corrected_or_discarded() {
        Correct correct = new Correct(ID, new StaffId("nora.quinn"), "e", NOW);
        Discard discard = new Discard(ID, new StaffId("nora.quinn"), "sent in error", NOW);
        tell(receive("d"));
        assertThatThrownBy(() -> tell(correct)).isInstanceOf(Rejected.class);
        tell(aside("no-identifier"));
        assertThat(tell(correct)).hasExactlyElementsOfTypes(IntakeEvent.MessageCorrected.class);
        assertThat(tell(discard)).hasExactlyElementsOfTypes(IntakeEvent.MessageDiscarded.class);
        assertThat(state.standing("d")).isEqualTo(Standing.DONE);
        assertThatThrownBy(() -> tell(discard)).isInstanceOf(Rejected.class);
    }

    private List<IntakeEvent> tell(IntakeCommand command) {
        List<IntakeEvent> events = new ArrayList<>(state.decide(command));
        events.forEach(event -> state = state.evolve(event));
        return events;
    }

    private static Receive receive(String digest) {
        return new Receive(ID, "mllp", "hl7:RVBND", "ADT^A01", "1", digest, 10, NOW);
    }

    private static MarkApplied applied() {
        return new MarkApplied(ID, Set.of(), NOW);
    }

    private static SetAside aside(String reason) {
        return new SetAside(ID, Answer.AE, reason, "A sentence.", NOW);
    }
}
