package care.throughline.infra.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** Everything one node runs to use the store, put together as the configuration does. */
final class StoreNode implements AutoCloseable {

    /** Meters that nobody reads. */
    static final StoreMeters METERS = new StoreMeters(new SimpleMeterRegistry());

    final Head head = new Head();
    final EventReader reader;
    final Appender appender;
    final OrderedEventStorage storage;
    final OrderedEventStore events;
    private final HeadWatch watch;
    private final Announcer announcer;

    StoreNode(DataSource dataSource) {
        this(dataSource, JacksonSerializer.defaultSerializer());
    }

    StoreNode(DataSource dataSource, Serializer serializer) {
        this(dataSource, serializer, Duration.ofSeconds(10));
    }

    StoreNode(DataSource dataSource, Serializer serializer, Duration patience) {
        reader = new EventReader(dataSource);
        head.advanceTo(reader.head());
        watch = new HeadWatch(dataSource, head, METERS);
        announcer = new Announcer(dataSource);
        appender = new Appender(
                dataSource,
                position -> {
                    head.advanceTo(position);
                    announcer.announce(position);
                },
                patience,
                METERS);
        storage = new OrderedEventStorage(appender, reader, serializer, NoOpEventUpcaster.INSTANCE);
        events = new OrderedEventStore(storage, head, head, NoOpMessageMonitor.instance());
    }

    @Override
    public void close() {
        appender.close();
        announcer.close();
        watch.close();
    }
}
