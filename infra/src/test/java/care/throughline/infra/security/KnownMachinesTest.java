package care.throughline.infra.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class KnownMachinesTest {

    private final KnownMachines machines = new KnownMachines(List.of(machine("feed-reader")));

    @Test
    void a_machine_whose_secret_is_weakly_encoded_signs_in_and_stays_as_it_was_configured() {
        ClientSecretAuthenticationProvider door =
                new ClientSecretAuthenticationProvider(machines, new InMemoryOAuth2AuthorizationService());
        door.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());

        Authentication in = door.authenticate(new OAuth2ClientAuthenticationToken(
                "feed-reader", ClientAuthenticationMethod.CLIENT_SECRET_BASIC, "secret", Map.of()));

        assertThat(in)
                .isNotNull()
                .satisfies(machine -> assertThat(machine.isAuthenticated()).isTrue());
        assertThat(machines.findByClientId("feed-reader")).isEqualTo(machine("feed-reader"));
    }

    @Test
    void nobody_is_registered_but_by_the_configuration() {
        assertThatThrownBy(() -> machines.save(machine("stranger"))).isInstanceOf(UnsupportedOperationException.class);
    }

    private static RegisteredClient machine(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}secret")
                .clientAuthenticationMethods(
                        methods -> methods.addAll(Set.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)))
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }
}
