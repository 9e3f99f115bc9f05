package care.throughline.infra.security;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.security.Access.Channel;
import care.throughline.infra.security.Access.Decision;
import care.throughline.infra.security.Access.Question;
import care.throughline.infra.security.Access.Standing;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTest {

    @ParameterizedTest
    @EnumSource(Capability.class)
    void nobody_may_do_anything(Capability capability) {
        assertThat(decide(Set.of(), capability, Channel.PAGE)).isEqualTo(new Decision.Deny("not-signed-in"));
    }

    @ParameterizedTest
    @EnumSource(Capability.class)
    void a_role_may_do_what_is_listed_for_it_and_nothing_else(Capability capability) {
        for (Role role : Role.values()) {
            Decision expected = capability.roles().contains(role)
                    ? new Decision.Permit(role, "role-allows")
                    : new Decision.Deny("role-not-allowed");
            assertThat(decide(Set.of(role), capability, Channel.API)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Capability.class)
    void the_channel_makes_no_difference(Capability capability) {
        for (Role role : Role.values()) {
            assertThat(Set.of(Channel.values()).stream().map(channel -> decide(Set.of(role), capability, channel)))
                    .allMatch(decide(Set.of(role), capability, Channel.PAGE)::equals);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SUPERVISOR"})
    void whoever_cares_for_patients_needs_the_relationship_or_broken_glass_for_a_restricted_chart(Role role) {
        assertThat(ofRestricted(Set.of(role), new Standing(false, false)))
                .isEqualTo(new Decision.Deny("chart-restricted"));
        assertThat(ofRestricted(Set.of(role), new Standing(true, false)))
                .isEqualTo(new Decision.Permit(role, "care-relationship"));
        assertThat(ofRestricted(Set.of(role), new Standing(false, true)))
                .isEqualTo(new Decision.Permit(role, "glass-broken"));
        assertThat(ofRestricted(Set.of(role), new Standing(true, true)))
                .as("whoever cares needs no broken glass")
                .isEqualTo(new Decision.Permit(role, "care-relationship"));
    }

    @Test
    void compliance_opens_a_restricted_chart_by_its_role() {
        Decision yes = new Decision.Permit(Role.COMPLIANCE, "role-allows");
        assertThat(ofRestricted(Set.of(Role.COMPLIANCE), new Standing(false, false)))
                .isEqualTo(yes);
        assertThat(ofRestricted(Set.of(Role.COORDINATOR, Role.COMPLIANCE), new Standing(false, false)))
                .as("one of two roles is enough")
                .isEqualTo(yes);
    }

    @Test
    void a_role_that_may_not_is_not_let_in_by_a_relationship_or_broken_glass() {
        assertThat(ofRestricted(Set.of(Role.ANALYST), new Standing(true, true)))
                .isEqualTo(new Decision.Deny("role-not-allowed"));
        assertThat(ofRestricted(Set.of(), new Standing(true, true))).isEqualTo(new Decision.Deny("not-signed-in"));
    }

    private static Decision ofRestricted(Set<Role> roles, Standing standing) {
        Question question =
                new Question(roles, Capability.SEE_PATIENTS, "TREAT", Channel.PAGE, Optional.empty(), Optional.empty());
        return Access.decide(question.about(standing));
    }

    private static Decision decide(Set<Role> roles, Capability capability, Channel channel) {
        return Access.decide(new Question(roles, capability, "TREAT", channel, Optional.empty(), Optional.empty()));
    }
}
