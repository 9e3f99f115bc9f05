package care.throughline.command.consent;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import care.throughline.command.Labels;
import care.throughline.events.consent.ConsentEvent;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The consents of a person as Axon sees them; what they decide is in {@link ConsentsState}. */
@AggregateRoot(type = "Consents")
final class Consents {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable ConsentsId id;

    private ConsentsState state = ConsentsState.NONE;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void give(ConsentCommand.Give command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void revoke(ConsentCommand.Revoke command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(ConsentEvent event) {
        id = ConsentsId.of(event.patient());
        state = state.evolve(event);
    }

    private void decide(ConsentCommand command) {
        id = command.consents(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command).forEach(event -> AggregateLifecycle.apply(event, Labels.of(Set.of(event.covers()))));
    }
}
