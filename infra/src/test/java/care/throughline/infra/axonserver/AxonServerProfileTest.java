package care.throughline.infra.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.Started;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

class AxonServerProfileTest {

    @Test
    void the_profile_swaps_store_and_bus_and_health_says_that_the_server_is_not_there() {
        try (ConfigurableApplicationContext node = Started.with("axon-server")) {
            assertThat(node.getBean(EventStore.class)).isInstanceOf(AxonServerEventStore.class);
            assertThat(node.getBean(CommandBus.class)).isInstanceOf(AxonServerCommandBus.class);
            Health health = node.getBean(AxonServerHealth.class).health();
            assertThat(health).isNotNull();
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails()).containsEntry("reason", "Axon Server cannot be reached");
        }
    }
}
