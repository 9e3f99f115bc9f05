package care.throughline.command.investigation;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import care.throughline.events.investigation.InvestigationEvent;
import care.throughline.events.investigation.InvestigationId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A saved investigation as Axon sees it; what it decides is in {@link InvestigationState}. */
@AggregateRoot(type = "Investigation")
final class Investigation {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable InvestigationId id;

    private InvestigationState state = new InvestigationState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void save(InvestigationCommand.Save command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void share(InvestigationCommand.Share command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void keepPrivate(InvestigationCommand.KeepPrivate command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void discard(InvestigationCommand.Discard command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(InvestigationEvent event) {
        id = event.investigation();
        state = state.evolve(event);
    }

    private void decide(InvestigationCommand command) {
        id = command.investigation(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command).forEach(AggregateLifecycle::apply);
    }
}
