package care.throughline.infra.projections;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

/** Keeps the events of one aggregate together: in one segment, and waiting behind one that could not be handled. */
enum PerAggregate implements SequencingPolicy<EventMessage<?>> {
    POLICY;

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> told ? told.getAggregateIdentifier() : event.getIdentifier();
    }
}
