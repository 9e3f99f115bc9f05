package care.throughline.infra.observability;

import care.throughline.query.calendar.Calendars;
import care.throughline.query.calendar.Stage;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;

/** Shows how many appointments stand how; counts once for a scrape. */
final class AppointmentGauges implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final LoadingCache<String, Map<Stage, Long>> counts;

    AppointmentGauges(Calendars calendars) {
        this.counts = Caffeine.newBuilder().expireAfterWrite(FRESH).build(all -> calendars.countByStage());
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Stage stage : Stage.values()) {
            Gauge.builder("throughline.appointments", () -> count(stage))
                    .description("Appointments by how they stand")
                    .tag("stage", stage.name())
                    .register(meters);
        }
    }

    /** No number at all while the read model cannot be read. */
    private double count(Stage stage) {
        return counts.get("all").getOrDefault(stage, 0L);
    }
}
