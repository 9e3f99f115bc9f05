package care.throughline.infra.observability;

import care.throughline.query.Operations;
import care.throughline.query.Operations.Processor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Shows how far behind each projection and automation is; looks every few seconds, so that scraping costs nothing. */
final class ProcessorGauges implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorGauges.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Operations operations;
    private final MultiGauge behindEvents;
    private final MultiGauge aheadEvents;
    private final MultiGauge behindSeconds;
    private final MultiGauge deadLetters;
    private final MultiGauge running;
    private @Nullable ScheduledExecutorService clockwork;
    private volatile @Nullable Future<?> looking;

    ProcessorGauges(Operations operations, MeterRegistry meters) {
        this.operations = operations;
        this.behindEvents = gauge("throughline.processor.behind.events", "Events not applied yet", meters);
        this.aheadEvents = gauge(
                "throughline.processor.ahead.events", "By how many events it is beyond the store, and refused", meters);
        this.behindSeconds =
                gauge("throughline.processor.behind.seconds", "Age of the oldest event not applied yet", meters);
        this.deadLetters = gauge("throughline.dead.letters", "Events waiting for a person", meters);
        this.running = gauge("throughline.processor.running", "1 if some node works on it", meters);
    }

    private static MultiGauge gauge(String name, String description, MeterRegistry meters) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    /** Looks once; a database that does not answer leaves the figures as they are. */
    void look() {
        try {
            List<Processor> processors = operations.processors();
            show(behindEvents, processors, Processor::behindEvents);
            show(aheadEvents, processors, Processor::aheadEvents);
            show(behindSeconds, processors, processor -> processor.behind().toMillis() / 1000.0);
            show(deadLetters, processors, Processor::deadLetters);
            show(running, processors, processor -> processor.running() ? 1 : 0);
        } catch (RuntimeException e) {
            LOG.warn(
                    "how far the processors are could not be read: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static void show(MultiGauge gauge, List<Processor> processors, ToDoubleFunction<Processor> value) {
        gauge.register(
                processors.stream()
                        .<Row<?>>map(processor ->
                                Row.of(Tags.of("processor", processor.name()), () -> value.applyAsDouble(processor)))
                        .toList(),
                true);
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("gauges").daemon().factory());
        looking = fresh.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        clockwork = fresh;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService current = clockwork;
        if (current != null) {
            current.shutdownNow();
        }
        clockwork = null;
    }

    @Override
    public boolean isRunning() {
        Future<?> current = looking;
        return current != null && !current.isDone();
    }
}
