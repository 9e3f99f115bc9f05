package care.throughline.command.disclosure;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import care.throughline.events.disclosure.DisclosureEvent;
import care.throughline.events.disclosure.DisclosureId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A disclosure as Axon sees it; what it decides is in {@link DisclosureState}. */
@AggregateRoot(type = "Disclosure")
final class Disclosure {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable DisclosureId id;

    private DisclosureState state = new DisclosureState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void record(DisclosureCommand.RecordDisclosure command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void withdraw(DisclosureCommand.WithdrawDisclosure command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(DisclosureEvent event) {
        id = event.disclosure();
        state = state.evolve(event);
    }

    private void decide(DisclosureCommand command) {
        id = command.disclosure(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command).forEach(AggregateLifecycle::apply);
    }
}
