package care.throughline.infra.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets an address try only so many links that open nothing before it has to wait. Counted per node, in memory. */
final class LinkAttempts {

    static final int PER_ADDRESS = 30;
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Cache<String, AtomicInteger> failures;

    LinkAttempts(Ticker ticker) {
        failures = Caffeine.newBuilder()
                .expireAfterWrite(PAUSE)
                .maximumSize(100_000)
                .ticker(ticker)
                .build();
    }

    boolean isPaused(String address) {
        AtomicInteger count = failures.getIfPresent(address);
        return count != null && count.get() >= PER_ADDRESS;
    }

    void failed(String address) {
        failures.asMap().computeIfAbsent(address, fresh -> new AtomicInteger()).incrementAndGet();
    }
}
