package care.throughline.infra.observability;

import care.throughline.events.referral.ReferralStatus;
import care.throughline.query.referrals.ReferralReader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;

/** Shows how many referrals are in each state; counts once for a scrape. */
final class ReferralGauges implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final LoadingCache<String, Map<ReferralStatus, Long>> counts;

    ReferralGauges(ReferralReader referrals) {
        this.counts = Caffeine.newBuilder().expireAfterWrite(FRESH).build(all -> referrals.countByStatus());
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (ReferralStatus status : ReferralStatus.values()) {
            Gauge.builder("throughline.referrals", () -> count(status))
                    .description("Referrals by state")
                    .tag("status", status.name())
                    .register(meters);
        }
    }

    /** No number at all while the read model cannot be read. */
    private double count(ReferralStatus status) {
        return counts.get("all").getOrDefault(status, 0L);
    }
}
