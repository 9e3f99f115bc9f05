package care.throughline.command.careteam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import care.throughline.command.careteam.CareTeamCommand.AcceptHandoff;
import care.throughline.command.careteam.CareTeamCommand.AssignCoordinator;
import care.throughline.command.careteam.CareTeamCommand.DeclineHandoff;
import care.throughline.command.careteam.CareTeamCommand.Inherit;
import care.throughline.command.careteam.CareTeamCommand.OfferHandoff;
import care.throughline.command.careteam.CareTeamCommand.TakeBackAssignment;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.StaffId;
import care.throughline.events.careteam.CareTeamEvent;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class CareTeamStateTest {

    private static final PatientId PATIENT = new PatientId("pat_a");
    private static final StaffId NORA = new StaffId("nora");
    private static final StaffId OMAR = new StaffId("omar");
    private static final StaffId SUE = new StaffId("sue");
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");

    private CareTeamState state = new CareTeamState.Nobody();

    @Test
    void a_coordinator_takes_a_patient_for_whom_nobody_is_accountable() {
        assertThat(when(take(NORA))).containsExactly("CoordinatorAssigned");
        assertThat(when(take(NORA))).isEmpty();
        rejected("coordinator-present", take(OMAR));
    }

    @Test
    void only_a_supervisor_assigns_somebody_else_and_may_relieve_whoever_is_accountable() {
        rejected("not-a-supervisor", new AssignCoordinator(PATIENT, OMAR, NORA, false, NOW));
        when(take(NORA));
        assertThat(when(new AssignCoordinator(PATIENT, OMAR, SUE, true, NOW))).containsExactly("CoordinatorAssigned");
        assertThat(state.accountability().coordinator()).isEqualTo(OMAR);
    }

    @Test
    void a_patient_passes_only_to_somebody_who_accepts() {
        when(take(NORA));
        assertThat(when(offer(NORA, OMAR))).containsExactly("HandoffOffered");
        assertThat(when(offer(NORA, OMAR))).isEmpty();
        assertThat(state.accountability().coordinator()).isEqualTo(NORA);
        rejected("no-offer", new AcceptHandoff(PATIENT, SUE, NOW));
        assertThat(when(new AcceptHandoff(PATIENT, OMAR, NOW))).containsExactly("HandoffAccepted");
        assertThat(when(new AcceptHandoff(PATIENT, OMAR, NOW))).isEmpty();
        assertThat(state.accountability().coordinator()).isEqualTo(OMAR);
    }

    @Test
    void an_offer_declined_with_a_reason_leaves_everything_as_it_was() {
        when(take(NORA));
        when(offer(NORA, OMAR));
        rejected("reason-missing", new DeclineHandoff(PATIENT, OMAR, " ", NOW));
        assertThat(when(new DeclineHandoff(PATIENT, OMAR, "full", NOW))).containsExactly("HandoffDeclined");
        assertThat(state.accountability().coordinator()).isEqualTo(NORA);
        rejected("no-offer", new AcceptHandoff(PATIENT, OMAR, NOW));
    }

    @Test
    void only_the_accountable_offers_and_not_to_themselves() {
        rejected("not-accountable", offer(NORA, OMAR));
        when(take(NORA));
        rejected("not-accountable", offer(OMAR, SUE));
        rejected("handoff-to-self", offer(NORA, NORA));
    }

    @Test
    void a_coordinator_is_inherited_in_a_merge_only_where_nobody_is_accountable() {
        assertThat(when(new Inherit(PATIENT, NORA, NOW))).containsExactly("CoordinatorAssigned");
        assertThat(when(new Inherit(PATIENT, OMAR, NOW))).isEmpty();
    }

    @Test
    void an_assignment_is_taken_back_to_whoever_was_accountable_before() {
        when(take(NORA));
        when(new AssignCoordinator(PATIENT, OMAR, SUE, true, NOW.plusSeconds(1)));
        rejected("happened-since", back(NORA, NOW));
        rejected("happened-since", back(OMAR, NOW));
        assertThat(when(back(OMAR, NOW.plusSeconds(1)))).containsExactly("CoordinatorAssigned");
        assertThat(state.accountability().coordinator()).isEqualTo(NORA);
    }

    @Test
    void where_nobody_was_accountable_nobody_is_again() {
        when(take(NORA));
        assertThat(when(back(NORA, NOW))).containsExactly("CoordinatorReleased");
        assertThat(state.accountability().coordinator()).isNull();
        rejected("happened-since", back(NORA, NOW));
    }

    @Test
    void a_hand_off_that_an_assignment_cut_short_is_not_opened_again() {
        when(take(NORA));
        when(offer(NORA, OMAR));
        when(new AssignCoordinator(PATIENT, SUE, SUE, true, NOW.plusSeconds(1)));
        rejected("handoff-was-open", back(SUE, NOW.plusSeconds(1)));
    }

    @Test
    void the_team_has_a_stream_of_its_own_beside_the_patient() {
        new AggregateTestFixture<>(CareTeam.class)
                .givenCommands(take(NORA))
                .when(offer(NORA, OMAR))
                .expectEvents(
                        new CareTeamEvent.HandoffOffered(PATIENT, NORA, OMAR, Personal.of(PATIENT, "leave"), NOW));
        assertThat(take(NORA).team().value()).isEqualTo("team_a");
    }

    private List<String> when(CareTeamCommand command) {
        List<CareTeamEvent> events = state.decide(command);
        events.forEach(event -> state = state.evolve(event));
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private void rejected(String reason, CareTeamCommand command) {
        assertThatThrownBy(() -> when(command))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    private static AssignCoordinator take(StaffId staff) {
        return new AssignCoordinator(PATIENT, staff, staff, false, NOW);
    }

    private static TakeBackAssignment back(StaffId coordinator, Instant assignedAt) {
        return new TakeBackAssignment(PATIENT, coordinator, assignedAt, SUE, NOW);
    }

    private static OfferHandoff offer(StaffId from, StaffId to) {
        return new OfferHandoff(PATIENT, from, to, "leave", NOW);
    }
}
