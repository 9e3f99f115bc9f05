package care.throughline.infra.events;

import care.throughline.infra.sealing.Vault;
import care.throughline.query.feed.EventLog;
import care.throughline.query.timeline.FullEvents;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one serializer, and what lifts events of earlier versions. */
@Configuration(proxyBeanMethods = false)
class EventsConfiguration {

    @Bean
    Serializer eventSerializer(Vault vault) {
        return new EventSerializer(vault);
    }

    @Bean
    FullEvents fullEvents(EventLog log, Vault vault) {
        return new OpenedEvents(log, vault);
    }

    @Bean
    EventUpcasterChain eventUpcasters() {
        return new EventUpcasterChain(Upcasters.all());
    }
}
