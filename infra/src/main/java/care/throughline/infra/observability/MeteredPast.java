package care.throughline.infra.observability;

import care.throughline.query.past.Past;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Times every look into the past, and counts the events that it applied again. */
final class MeteredPast implements Past {

    static final String LOOKS = "throughline.past.looks";
    static final String EVENTS = "throughline.past.events";

    private final Past past;
    private final MeterRegistry meters;

    MeteredPast(Past past, MeterRegistry meters) {
        this.past = past;
        this.meters = meters;
    }

    @Override
    public List<String> eventsOf(String readModel) {
        return past.eventsOf(readModel);
    }

    @Override
    public <T> T visit(Function<Visit, T> look) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "failed";
        try {
            T seen = past.visit(visit -> look.apply(new Counted(visit)));
            outcome = "seen";
            return seen;
        } finally {
            sample.stop(Timer.builder(LOOKS)
                    .description("Looks into the past, from waiting for a place to being back")
                    .tag("outcome", outcome)
                    .serviceLevelObjectives(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(2))
                    .register(meters));
        }
    }

    /** A visit that says how much it applied. */
    private final class Counted implements Visit {

        private final Visit visit;

        Counted(Visit visit) {
            this.visit = visit;
        }

        @Override
        public void apply(String readModel, List<Long> positions) {
            visit.apply(readModel, positions);
            DistributionSummary.builder(EVENTS)
                    .description("Events applied again to one read model for one look into the past")
                    .tag("readModel", readModel)
                    .register(meters)
                    .record(positions.size());
        }

        @Override
        public JdbcClient tables() {
            return visit.tables();
        }
    }
}
