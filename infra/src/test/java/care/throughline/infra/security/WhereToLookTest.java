package care.throughline.infra.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class WhereToLookTest {

    private final MockEnvironment environment =
            new MockEnvironment().withProperty("server.address", "127.0.0.1").withProperty("server.port", "8080");

    @Test
    void the_demo_says_as_whom_to_sign_in() {
        assertThat(new WhereToLook(true).sentence(environment))
                .isEqualTo(
                        "Ready. Open http://localhost:8080 and sign in as nora.quinn with the password demo; the README lists the others.");
    }

    @Test
    void without_it_nobody_is_named() {
        assertThat(new WhereToLook(false).sentence(environment))
                .isEqualTo("Ready. Open http://localhost:8080 and sign in.");
    }

    @Test
    void the_port_is_the_one_that_was_taken_and_the_address_the_one_that_is_served() {
        environment.setProperty("local.server.port", "8443");
        environment.setProperty("server.address", "care.example.org");
        environment.setProperty("server.ssl.bundle", "web");
        assertThat(new WhereToLook(false).sentence(environment)).contains("https://care.example.org:8443 ");
    }
}
