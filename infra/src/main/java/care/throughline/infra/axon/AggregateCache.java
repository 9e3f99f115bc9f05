package care.throughline.infra.axon;

import com.github.benmanes.caffeine.jcache.configuration.CaffeineConfiguration;
import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.JCacheAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates used last in memory, by reference, so that a command need not read their events again. What another
 * node appended meanwhile shows as a conflict, which evicts the aggregate before the command is tried again.
 */
final class AggregateCache {

    /** Each application has a cache of its own, also where several run in one JVM. */
    private static final AtomicInteger MADE = new AtomicInteger();

    private AggregateCache() {}

    static Cache of(int aggregates) {
        CaffeineConfiguration<Object, Object> configuration = new CaffeineConfiguration<>();
        configuration.setStoreByValue(false);
        configuration.setMaximumSize(OptionalLong.of(aggregates));
        CacheManager manager = Caching.getCachingProvider(CaffeineCachingProvider.class.getName())
                .getCacheManager();
        return new OfThoseThatExist(manager.createCache("aggregates-" + MADE.incrementAndGet(), configuration));
    }

    /** An aggregate that was asked something before its first event has no identifier yet and is not kept. */
    private static final class OfThoseThatExist extends JCacheAdapter {

        OfThoseThatExist(javax.cache.Cache<Object, Object> cache) {
            super(cache);
        }

        @Override
        public void put(@Nullable Object key, Object value) {
            if (key != null) {
                super.put(key, value);
            }
        }
    }
}
