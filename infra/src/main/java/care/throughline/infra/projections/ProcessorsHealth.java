package care.throughline.infra.projections;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says which processors of this node fail again and again, or are beyond the store; an event that is set aside is no failure. */
final class ProcessorsHealth implements HealthIndicator {

    private final Processors processors;

    ProcessorsHealth(Processors processors) {
        this.processors = processors;
    }

    @Override
    public Health health() {
        List<String> failing = processors.failing();
        List<String> ahead = processors.refused();
        return failing.isEmpty() && ahead.isEmpty()
                ? Health.up().build()
                : Health.down()
                        .withDetail("failing", failing)
                        .withDetail("ahead", ahead)
                        .build();
    }
}
