package care.throughline.infra.projections;

import care.throughline.events.EventName;
import care.throughline.events.EventNames;
import care.throughline.events.Meta;
import care.throughline.events.Sensitivity;
import care.throughline.query.Envelope;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Lets an event handler take what is known about the event besides itself. */
final class EnvelopeParameters implements ParameterResolverFactory, ParameterResolver<Envelope> {

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable method, Parameter[] parameters, int index) {
        return parameters[index].getType() == Envelope.class ? this : null;
    }

    @Override
    public boolean matches(Message<?> message) {
        return message instanceof EventMessage<?>;
    }

    @Override
    public Envelope resolveParameterValue(Message<?> message) {
        EventMessage<?> event = (EventMessage<?>) message;
        EventName name = EventNames.of(event.getPayloadType());
        return new Envelope(
                Care.positionOf(event),
                event.getIdentifier(),
                name.value(),
                name.version(),
                event instanceof DomainEventMessage<?> told ? told.getAggregateIdentifier() : event.getIdentifier(),
                event.getTimestamp(),
                meta(event, Meta.ACTOR),
                meta(event, Meta.ROLE),
                meta(event, Meta.PURPOSE),
                meta(event, Meta.SOURCE),
                meta(event, Meta.CORRELATION),
                meta(event, Meta.CAUSATION),
                Sensitivity.parse(meta(event, Meta.LABELS)));
    }

    private static String meta(EventMessage<?> event, String key) {
        return String.valueOf(event.getMetaData().getOrDefault(key, ""));
    }
}
