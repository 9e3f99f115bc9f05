package care.throughline.infra.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleNamesTest {

    @Test
    void roles_are_found_in_a_list_in_a_text_and_deeper() {
        assertThat(new RoleNames("roles").in(Map.of("roles", List.of("Coordinator", "ROLE_OPERATOR"))))
                .containsExactlyInAnyOrder(Role.COORDINATOR, Role.OPERATOR);
        assertThat(new RoleNames("scope").in(Map.of("scope", "openid analyst"))).containsExactly(Role.ANALYST);
        assertThat(new RoleNames("realm_access.roles")
                        .in(Map.of("realm_access", Map.of("roles", List.of("supervisor")))))
                .containsExactly(Role.SUPERVISOR);
    }

    @Test
    void what_is_none_of_our_roles_gives_nothing() {
        assertThat(new RoleNames("roles").in(Map.of("roles", List.of("admin", 7))))
                .isEmpty();
        assertThat(new RoleNames("roles").in(Map.of("roles", 7))).isEmpty();
        assertThat(new RoleNames("realm_access.roles").in(Map.of())).isEmpty();
    }
}
