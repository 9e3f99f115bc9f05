package care.throughline.infra.observability;

import care.throughline.events.EventNames;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Counts what happened, by the events' stable names, once it is stored. */
final class MeteredEvents implements MessageDispatchInterceptor<EventMessage<?>> {

    static final String METER = "throughline.events";

    private final MeterRegistry meters;

    MeteredEvents(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        List<String> names = events.stream().map(MeteredEvents::nameOf).toList();
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().afterCommit(work -> names.forEach(this::count));
        } else {
            names.forEach(this::count);
        }
        return (index, event) -> event;
    }

    private static String nameOf(EventMessage<?> event) {
        return EventNames.of(event.getPayloadType()).value();
    }

    private void count(String name) {
        meters.counter(METER, "event", name).increment();
    }
}
