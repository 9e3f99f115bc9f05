package care.throughline.infra.security;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.security.Access.Channel;
import care.throughline.infra.security.Access.Decision;
import care.throughline.infra.security.Access.Question;
import java.util.Set;
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
                    ? new Decision.Permit(role)
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

    private static Decision decide(Set<Role> roles, Capability capability, Channel channel) {
        return Access.decide(new Question(roles, capability, "TREAT", channel));
    }
}
