package care.throughline.command.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.disclosure.Basis;
import care.throughline.events.disclosure.DisclosureEvent;
import care.throughline.events.disclosure.DisclosureId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisclosureStateTest {

    private static final Instant NOW = Instant.parse("2026-11-10T17:00:00Z");
    private static final DisclosureId FAX = new DisclosureId("dis_fax");
    private static final PatientId ANNA = new PatientId("pat_anna");
    private static final StaffId NORA = new StaffId("nora.quinn");

    @Test
    void what_was_told_is_recorded_sealed_under_the_patients_key_at_the_moment_it_was_told() {
        Instant told = NOW.minusSeconds(3_600);

        assertThat(new DisclosureState.Unknown().decide(recorded(told)))
                .containsExactly(new DisclosureEvent.DisclosureRecorded(
                        FAX,
                        ANNA,
                        NORA,
                        Basis.PUBLIC_HEALTH,
                        Personal.of(ANNA, "County health department"),
                        Personal.of(ANNA, ""),
                        Personal.of(ANNA, "Positive test"),
                        Personal.of(ANNA, "Reportable disease"),
                        told));
    }

    @Test
    void the_same_disclosure_again_changes_nothing() {
        assertThat(after(recorded(NOW)).decide(recorded(NOW.minusSeconds(1)))).isEmpty();
    }

    @Test
    void nothing_is_recorded_before_it_happened() {
        assertThatThrownBy(() -> new DisclosureState.Unknown().decide(recorded(NOW.plusSeconds(1))))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo("disclosure-in-future"));
    }

    @Test
    void what_was_recorded_in_error_is_taken_back_once() {
        List<DisclosureEvent> events = after(recorded(NOW)).decide(withdrawal(ANNA));

        assertThat(events)
                .containsExactly(new DisclosureEvent.DisclosureWithdrawn(
                        FAX, ANNA, NORA, Personal.of(ANNA, "wrong patient"), NOW));
        assertThat(after(recorded(NOW)).evolve(events.getFirst()).decide(withdrawal(ANNA)))
                .isEmpty();
    }

    @Test
    void nobody_takes_back_what_was_recorded_of_somebody_else_or_never() {
        for (DisclosureState state : List.of(new DisclosureState.Unknown(), after(recorded(NOW)))) {
            assertThatThrownBy(() -> state.decide(withdrawal(new PatientId("pat_bob"))))
                    .isInstanceOfSatisfying(
                            Rejected.class, no -> assertThat(no.reason()).isEqualTo("no-such-disclosure"));
        }
    }

    private static DisclosureState after(DisclosureCommand command) {
        DisclosureState state = new DisclosureState.Unknown();
        for (DisclosureEvent event : state.decide(command)) {
            state = state.evolve(event);
        }
        return state;
    }

    private static DisclosureCommand recorded(Instant at) {
        return new DisclosureCommand.RecordDisclosure(
                FAX,
                ANNA,
                NORA,
                Basis.PUBLIC_HEALTH,
                "County health department",
                "",
                "Positive test",
                "Reportable disease",
                at,
                NOW);
    }

    private static DisclosureCommand withdrawal(PatientId patient) {
        return new DisclosureCommand.WithdrawDisclosure(FAX, patient, NORA, "wrong patient", NOW);
    }
}
