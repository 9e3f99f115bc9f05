package care.throughline.infra.axon;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.Automation;
import care.throughline.infra.testing.Started;
import care.throughline.query.Projection;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class RolesTest {

    @Test
    void a_command_node_decides_and_shows_nothing() {
        try (ConfigurableApplicationContext node = Started.with("command")) {
            assertThat(node.getBeanNamesForType(Automation.class)).isNotEmpty();
            assertThat(node.getBeanNamesForType(Projection.class)).isEmpty();
        }
    }

    @Test
    void a_query_node_shows_and_decides_nothing() {
        try (ConfigurableApplicationContext node = Started.with("query")) {
            assertThat(node.getBeanNamesForType(Automation.class)).isEmpty();
            assertThat(node.getBeanNamesForType(Projection.class)).isNotEmpty();
        }
    }
}
