package care.throughline.infra.observability;

import care.throughline.events.authorization.AuthorizationStatus;
import care.throughline.events.authorization.Wait;
import care.throughline.query.authorizations.AuthorizationReader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Shows how many authorizations are in each state and how many clocks are missed; counts once for a scrape. */
final class AuthorizationGauges implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final LoadingCache<String, Map<AuthorizationStatus, Long>> states;
    private final LoadingCache<String, Map<Wait, Long>> missed;

    AuthorizationGauges(AuthorizationReader authorizations, Clock clock) {
        this.states = Caffeine.newBuilder().expireAfterWrite(FRESH).build(all -> authorizations.countByStatus());
        this.missed =
                Caffeine.newBuilder().expireAfterWrite(FRESH).build(all -> authorizations.countMissed(clock.instant()));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (AuthorizationStatus status : AuthorizationStatus.values()) {
            Gauge.builder("throughline.authorizations", () -> count(states.get("all"), status))
                    .description("Authorizations by state")
                    .tag("status", status.name())
                    .register(meters);
        }
        for (Wait wait : Wait.values()) {
            Gauge.builder("throughline.authorizations.late", () -> count(missed.get("all"), wait))
                    .description("Authorizations whose clock is missed, by what they wait for")
                    .tag("wait", wait.name())
                    .register(meters);
        }
    }

    /** No number at all while the read model cannot be read. */
    private static <K> double count(Map<K, Long> counts, K key) {
        return counts.getOrDefault(key, 0L);
    }
}
