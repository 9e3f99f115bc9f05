package care.throughline.infra.axonserver;

import care.throughline.infra.store.EventsAt;
import care.throughline.query.feed.EventLog;
import java.util.function.LongSupplier;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Axon Server, as {@code axon.axonserver.*} says where it is; PostgreSQL keeps the read models and positions. */
@Configuration(proxyBeanMethods = false)
@Profile("axon-server")
class AxonServerProfileConfiguration {

    @Bean
    @ConfigurationProperties("axon.axonserver")
    AxonServerConfiguration axonServerSettings() {
        return AxonServerConfiguration.builder().componentName("throughline").build();
    }

    @Bean
    ConfigurerModule axonServerWiring(AxonServerConfiguration settings) {
        return new AxonServerWiring(settings);
    }

    @Bean
    EventStore eventStore(org.axonframework.config.Configuration axon) {
        return axon.eventStore();
    }

    /** The last position, asked of the server each time, as {@code storeHead} is here anyway. */
    @Bean
    LongSupplier storeEnd(@Qualifier("storeHead") LongSupplier head) {
        return head;
    }

    @Bean
    EventLog eventLog(
            EventStore events,
            @Qualifier("storeHead") LongSupplier head,
            @Qualifier("eventSerializer") Serializer serializer) {
        return new EventLogOfAxonServer(events, head, serializer);
    }

    @Bean
    EventsAt eventsAt(EventStore events) {
        return new EventsOfAxonServer(events);
    }

    @Bean
    HealthIndicator axonServerHealth(org.axonframework.config.Configuration axon, AxonServerConfiguration settings) {
        return new AxonServerHealth(axon.getComponent(AxonServerConnectionManager.class), settings);
    }
}
