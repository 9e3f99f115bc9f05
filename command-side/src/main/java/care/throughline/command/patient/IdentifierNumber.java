package care.throughline.command.patient;

import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import care.throughline.events.patient.IdentifierEvent;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An identifier as Axon sees it; what it decides is in {@link IdentifierState}. */
@AggregateRoot(type = "Identifier")
final class IdentifierNumber {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable IdentifierKey id;

    private IdentifierState state = new IdentifierState.Free();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PatientId claim(IdentifierCommand.Claim command) {
        decide(command);
        return Objects.requireNonNull(state.ownership().owner(), "a claimed identifier has an owner");
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Ownership ask(IdentifierCommand.AskOwner command) {
        decide(command);
        return state.ownership();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void release(IdentifierCommand.Release command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(IdentifierEvent event) {
        id = event.key();
        state = state.evolve(event);
    }

    private void decide(IdentifierCommand command) {
        id = command.key(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command).forEach(AggregateLifecycle::apply);
    }
}
