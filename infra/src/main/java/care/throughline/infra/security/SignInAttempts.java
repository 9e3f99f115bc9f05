package care.throughline.infra.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slows guessing down: after five failures for one account from one address, or fifty from one address, nothing from
 * there is tried for five minutes. Nobody can lock out somebody who comes from elsewhere. Counted per node, in memory.
 */
final class SignInAttempts {

    static final int PER_ACCOUNT = 5;
    static final int PER_ADDRESS = 50;
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Cache<String, AtomicInteger> failures;

    SignInAttempts(Ticker ticker) {
        failures = Caffeine.newBuilder()
                .expireAfterWrite(PAUSE)
                .maximumSize(100_000)
                .ticker(ticker)
                .build();
    }

    boolean isPaused(String account, String address) {
        return count(key(account, address)) >= PER_ACCOUNT || count(address) >= PER_ADDRESS;
    }

    void failed(String account, String address) {
        raise(key(account, address));
        raise(address);
    }

    void succeeded(String account, String address) {
        failures.invalidate(key(account, address));
    }

    private int count(String key) {
        AtomicInteger count = failures.getIfPresent(key);
        return count == null ? 0 : count.get();
    }

    private void raise(String key) {
        failures.asMap().computeIfAbsent(key, fresh -> new AtomicInteger()).incrementAndGet();
    }

    private static String key(String account, String address) {
        return account.toLowerCase(Locale.ROOT) + "|" + address;
    }
}
