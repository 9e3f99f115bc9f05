package care.throughline.command;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** The command side in memory: real aggregates on a store that forgets, and automations that follow when they are let. */
public final class CommandSide implements Commands, AutoCloseable {

    private static final List<String> AGGREGATES = List.of(
            "patient.IdentifierNumber", "patient.Patient", "stay.Stay", "transition.Transition", "careteam.CareTeam");

    private final Configuration axon;
    private final CommandGateway gateway;
    private final List<DomainEventMessage<?>> events = Collections.synchronizedList(new ArrayList<>());
    private final Queue<DomainEventMessage<?>> unseen = new ConcurrentLinkedQueue<>();

    public CommandSide(Clock clock, ZoneId zone) {
        Cache cache = new WeakReferenceCache();
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(config -> new InMemoryEventStorageEngine())
                .registerComponent(Clock.class, config -> clock)
                .registerComponent(ZoneId.class, config -> zone);
        AGGREGATES.forEach(name -> configurer.configureAggregate(
                AggregateConfigurer.defaultConfiguration(aggregate(name)).configureCache(config -> cache)));
        axon = configurer.start();
        gateway = axon.commandGateway();
        axon.eventStore().subscribe(published -> published.forEach(this::take));
    }

    private static Class<?> aggregate(String name) {
        try {
            return Class.forName("care.throughline.command." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(EventMessage<?> event) {
        events.add((DomainEventMessage<?>) event);
        unseen.add((DomainEventMessage<?>) event);
    }

    /** All that happened, in order. */
    public List<Object> events() {
        return events.stream().<Object>map(EventMessage::getPayload).toList();
    }

    /** Lets an automation see everything it has not seen yet, and what it causes itself. */
    public void follow(Automation automation) {
        AnnotationEventHandlerAdapter handlers = new AnnotationEventHandlerAdapter(automation);
        for (DomainEventMessage<?> event = unseen.poll(); event != null; event = unseen.poll()) {
            show(handlers, event);
        }
    }

    /** Shows an automation all that ever happened once more. */
    public void replay(Automation automation) {
        AnnotationEventHandlerAdapter handlers = new AnnotationEventHandlerAdapter(automation);
        List.copyOf(events).forEach(event -> show(handlers, event));
    }

    private static void show(AnnotationEventHandlerAdapter handlers, DomainEventMessage<?> event) {
        try {
            handlers.handle(event);
        } catch (Exception e) {
            throw new IllegalStateException("an automation failed", e);
        }
    }

    @Override
    public Recorded send(Object command) {
        return send(command, Map.of());
    }

    @Override
    public Recorded send(Object command, Map<String, String> metadata) {
        gateway.sendAndWait(new GenericCommandMessage<>(command, new HashMap<>(metadata)));
        return new Recorded(events.size());
    }

    @Override
    public <R> R ask(Object command, Map<String, String> metadata, Class<R> answer) {
        return answer.cast(Objects.requireNonNull(
                gateway.<Object>sendAndWait(new GenericCommandMessage<>(command, new HashMap<>(metadata)))));
    }

    /** One after the other: this store has nothing to lose. */
    @Override
    public <R> Together<R> together(Supplier<R> work) {
        return new Together<>(work.get(), new Recorded(events.size()));
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
