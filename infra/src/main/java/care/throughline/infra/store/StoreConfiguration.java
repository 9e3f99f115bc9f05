package care.throughline.infra.store;

import care.throughline.infra.sealing.Vault;
import care.throughline.query.feed.EventLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import tools.jackson.databind.json.JsonMapper;

/** The event store on PostgreSQL. Of the writers' connections it keeps two; reading takes what a query takes. */
@Configuration(proxyBeanMethods = false)
@Profile("!axon-server")
public class StoreConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    EventReader eventReader(@Qualifier("writers") DataSource dataSource) {
        return new EventReader(dataSource);
    }

    @Bean
    Head head(EventReader reader) {
        Head head = new Head();
        head.advanceTo(reader.head());
        return head;
    }

    /** The last committed position, asked of the database each time. */
    @Bean
    LongSupplier storeEnd(EventReader reader) {
        return reader::head;
    }

    @Bean
    StoreMeters storeMeters(MeterRegistry meters) {
        return new StoreMeters(meters);
    }

    @Bean
    HeadWatch headWatch(@Qualifier("writers") DataSource dataSource, Head head, StoreMeters meters) {
        return new HeadWatch(dataSource, head, meters);
    }

    @Bean
    Announcer announcer(@Qualifier("writers") DataSource dataSource) {
        return new Announcer(dataSource);
    }

    @Bean
    Appender appender(@Qualifier("writers") DataSource dataSource, Head head, Announcer announcer, StoreMeters meters) {
        return new Appender(
                dataSource,
                position -> {
                    head.advanceTo(position);
                    announcer.announce(position);
                },
                PATIENCE,
                meters);
    }

    @Bean
    OrderedEventStorage eventStorageEngine(
            Appender appender, EventReader reader, Serializer serializer, ObjectProvider<EventUpcaster> upcasters) {
        EventUpcasterChain chain =
                new EventUpcasterChain(upcasters.orderedStream().toList());
        return new OrderedEventStorage(appender, reader, serializer, chain);
    }

    @Bean
    EventsAt eventsAt(OrderedEventStorage storage) {
        return storage::at;
    }

    @Bean
    EventLog eventLog(EventReader reader, Head head, JsonMapper json) {
        return new EventLogOfStore(reader, head, json);
    }

    @Bean
    Pace pace(Head head) {
        return new Pace(head);
    }

    @Bean
    EventStore eventStore(OrderedEventStorage storage, Head head, Pace pace, Vault vault) {
        OrderedEventStore store = new OrderedEventStore(storage, head, pace.head(), NoOpMessageMonitor.instance());
        vault.whenForgotten(store::letGoOfOpened);
        return store;
    }
}
