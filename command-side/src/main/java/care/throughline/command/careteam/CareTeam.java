package care.throughline.command.careteam;

import care.throughline.events.careteam.CareTeamEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A care team as Axon sees it; what it decides is in {@link CareTeamState}. */
@AggregateRoot(type = "CareTeam")
final class CareTeam {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable CareTeamId id;

    private CareTeamState state = new CareTeamState.Nobody();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void assign(CareTeamCommand.AssignCoordinator command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void offer(CareTeamCommand.OfferHandoff command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void accept(CareTeamCommand.AcceptHandoff command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decline(CareTeamCommand.DeclineHandoff command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void inherit(CareTeamCommand.Inherit command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void takeBack(CareTeamCommand.TakeBackAssignment command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Accountability ask(CareTeamCommand.AskCoordinator command) {
        decide(command);
        return state.accountability();
    }

    @EventSourcingHandler
    void on(CareTeamEvent event) {
        id = CareTeamId.of(event.patient());
        state = state.evolve(event);
    }

    private void decide(CareTeamCommand command) {
        id = command.team(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command).forEach(AggregateLifecycle::apply);
    }
}
