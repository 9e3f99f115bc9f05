package care.throughline.infra.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What operators see of the appender and of the watch on the head. */
final class StoreMeters {

    private final DistributionSummary events;
    private final Timer commit;
    private final Timer wait;
    private final Counter announced;
    private final Counter found;

    StoreMeters(MeterRegistry meters) {
        this.events = DistributionSummary.builder("throughline.store.batch.events")
                .description("Events stored by one commit")
                .publishPercentileHistogram()
                .maximumExpectedValue(1_000.0)
                .register(meters);
        this.commit = timer("throughline.store.batch.commit", "Writing and committing one batch", meters);
        this.wait = timer(
                "throughline.store.append", "From a command's handing its events over to their being durable", meters);
        this.announced = moves("announcement", meters);
        this.found = moves("look", meters);
    }

    private static Timer timer(String name, String description, MeterRegistry meters) {
        return Timer.builder(name)
                .description(description)
                .publishPercentileHistogram()
                .register(meters);
    }

    private static Counter moves(String by, MeterRegistry meters) {
        return Counter.builder("throughline.store.head.moves")
                .description("How this node learned that another had committed")
                .tag("by", by)
                .register(meters);
    }

    /** A batch was committed after so many nanoseconds. */
    void committed(List<Append> batch, long nanos) {
        long now = System.nanoTime();
        events.record(batch.stream().mapToInt(append -> append.events().size()).sum());
        commit.record(nanos, TimeUnit.NANOSECONDS);
        batch.forEach(append -> wait.record(now - append.since(), TimeUnit.NANOSECONDS));
    }

    /** Another node said how far it had committed. */
    void announced() {
        announced.increment();
    }

    /** This node found by itself that another had committed. */
    void found() {
        found.increment();
    }
}
