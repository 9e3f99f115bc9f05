package care.throughline.infra.security;

import static care.throughline.events.Sensitivity.CAREGIVER;
import static care.throughline.events.Sensitivity.PART2;
import static care.throughline.events.Sensitivity.PSYCHOTHERAPY;
import static care.throughline.infra.security.Role.COMPLIANCE;
import static care.throughline.infra.security.Role.COORDINATOR;
import static care.throughline.infra.security.Role.INTEGRATION;
import static care.throughline.infra.security.Role.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.events.Sensitivity;
import care.throughline.infra.security.Access.Decision;
import care.throughline.infra.security.Access.Labelled;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every role, every label and every way to stand to the data: what is decided is written out here a second time. */
class SegmentsTest {

    @ParameterizedTest
    @EnumSource(Role.class)
    void records_of_a_program_are_not_there_without_consent_emergency_or_a_duty_to_audit(Role role) {
        everyWay(PART2).forEach(data -> {
            Decision expected = new Decision.Deny("no-consent");
            if ((isCaring(role) || role == Role.PERFORMER) && data.consented()) {
                expected = new Decision.Permit(role, "consented");
            } else if (isCaring(role) && data.emergency()) {
                expected = new Decision.Permit(role, "medical-emergency");
            } else if (role == COMPLIANCE) {
                expected = new Decision.Permit(role, "audit-and-evaluation");
            } else if (role == INTEGRATION) {
                expected = new Decision.Permit(role, "qualified-service");
            }
            assertThat(decide(role, data)).as("%s %s", role, data).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void psychotherapy_notes_open_to_who_wrote_them_and_to_others_by_authorization_or_in_an_emergency(Role role) {
        everyWay(PSYCHOTHERAPY).forEach(data -> {
            Decision expected = new Decision.Redact("kept-apart");
            if (isCaring(role) && data.own()) {
                expected = new Decision.Permit(role, "own-note");
            } else if (isCaring(role) && data.consented()) {
                expected = new Decision.Permit(role, "consented");
            } else if (isCaring(role) && data.emergency()) {
                expected = new Decision.Permit(role, "medical-emergency");
            }
            assertThat(decide(role, data)).as("%s %s", role, data).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void what_a_caregiver_said_stays_with_the_care_relationship(Role role) {
        everyWay(CAREGIVER).forEach(data -> {
            Decision expected = new Decision.Redact("kept-apart");
            if (isCaring(role) && data.own()) {
                expected = new Decision.Permit(role, "own-note");
            } else if (isCaring(role) && data.related()) {
                expected = new Decision.Permit(role, "care-relationship");
            } else if (isCaring(role) && data.consented()) {
                expected = new Decision.Permit(role, "consented");
            } else if (isCaring(role) && data.emergency()) {
                expected = new Decision.Permit(role, "medical-emergency");
            } else if (role == COMPLIANCE) {
                expected = new Decision.Permit(role, "audit-and-evaluation");
            }
            assertThat(decide(role, data)).as("%s %s", role, data).isEqualTo(expected);
        });
    }

    @Test
    void one_of_two_roles_is_enough() {
        assertThat(Segments.decide(List.of(COORDINATOR, COMPLIANCE), nothingFor(PART2)))
                .isEqualTo(new Decision.Permit(COMPLIANCE, "audit-and-evaluation"));
    }

    @Test
    void a_closed_chart_stays_closed_whatever_the_consent_and_so_does_a_door_that_the_role_has_no_key_to() {
        Labelled consented = new Labelled(PART2, true, true, true, true);
        Access.Question ofCoordinator = question(Set.of(COORDINATOR), Capability.SEE_PATIENTS);
        assertThat(Access.decide(
                        ofCoordinator.about(new Access.Standing(false, false)).about(consented)))
                .isEqualTo(new Decision.Deny("chart-restricted"));
        assertThat(Access.decide(
                        ofCoordinator.about(new Access.Standing(true, false)).about(consented)))
                .isEqualTo(new Decision.Permit(COORDINATOR, "consented"));
        assertThat(Access.decide(
                        question(Set.of(Role.ANALYST), Capability.SEE_PATIENTS).about(consented)))
                .isEqualTo(new Decision.Deny("role-not-allowed"));
        assertThat(Access.decide(question(Set.of(), Capability.SEE_PATIENTS).about(consented)))
                .isEqualTo(new Decision.Deny("not-signed-in"));
    }

    @Test
    void an_answer_is_recorded_under_the_strongest_of_its_reasons() {
        assertThat(Access.strongest(Set.of())).isEqualTo("role-allows");
        assertThat(Access.strongest(Set.of("consented", "care-relationship"))).isEqualTo("consented");
        assertThat(Access.strongest(Set.of("glass-broken", "medical-emergency", "consented")))
                .isEqualTo("medical-emergency");
        assertThat(Access.strongest(Set.of("care-relationship", "glass-broken")))
                .isEqualTo("glass-broken");
    }

    /** All ways to stand to data of this label. */
    private static Stream<Labelled> everyWay(Sensitivity label) {
        return IntStream.range(0, 16)
                .mapToObj(bits ->
                        new Labelled(label, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0));
    }

    private static Labelled nothingFor(Sensitivity label) {
        return new Labelled(label, false, false, false, false);
    }

    private static boolean isCaring(Role role) {
        return role == COORDINATOR || role == SUPERVISOR;
    }

    private static Decision decide(Role role, Labelled data) {
        return Segments.decide(List.of(role), data);
    }

    private static Access.Question question(Set<Role> roles, Capability capability) {
        return new Access.Question(roles, capability, "TREAT", Access.Channel.PAGE, Optional.empty(), Optional.empty());
    }
}
