package care.throughline.infra.store;

import com.github.benmanes.caffeine.jcache.configuration.CaffeineConfiguration;
import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Caching;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.JCacheAdapter;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;

/** Commands on notes, decided in this process; a conflict evicts the note from the cache and is tried again. */
final class NoteBus implements AutoCloseable {

    private static final AtomicInteger CACHES = new AtomicInteger();

    private final Configuration configuration;

    NoteBus(EventStore events, Serializer serializer, Cache cache) {
        configuration = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(config -> serializer)
                .configureEventStore(config -> events)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(BenchmarkNote.class)
                        .configureCache(config -> cache))
                .buildConfiguration();
        configuration.start();
    }

    /** A cache by reference, as the application's. */
    static Cache newCache() {
        CaffeineConfiguration<Object, Object> byReference = new CaffeineConfiguration<>();
        byReference.setStoreByValue(false);
        return new JCacheAdapter(Caching.getCachingProvider(CaffeineCachingProvider.class.getName())
                .getCacheManager()
                .createCache("notes-" + CACHES.incrementAndGet(), byReference));
    }

    /** Does the command, however often somebody else is first; returns how often that was. */
    int send(Object command) {
        int conflicts = 0;
        while (!isDone(command)) {
            conflicts++;
        }
        return conflicts;
    }

    private boolean isDone(Object command) {
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        configuration.commandBus().dispatch(GenericCommandMessage.asCommandMessage(command), callback);
        CommandResultMessage<?> result = callback.getResult();
        if (result.isExceptional() && !(result.exceptionResult() instanceof ConcurrencyException)) {
            throw new IllegalStateException(result.exceptionResult());
        }
        return !result.isExceptional();
    }

    @Override
    public void close() {
        configuration.shutdown();
    }
}
