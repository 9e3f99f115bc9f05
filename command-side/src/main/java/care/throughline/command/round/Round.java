package care.throughline.command.round;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import care.throughline.events.round.RoundEvent;
import care.throughline.events.round.RoundId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A round as Axon sees it; what it decides is in {@link RoundState}. */
@AggregateRoot(type = "Round")
final class Round {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable RoundId id;

    private RoundState state = new RoundState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void begin(RoundCommand.Begin command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void finish(RoundCommand.Finish command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void undo(RoundCommand.Undo command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    RoundStanding ask(RoundCommand.AskRound command) {
        decide(command);
        return state.of(command.by());
    }

    @EventSourcingHandler
    void on(RoundEvent event) {
        id = event.round();
        state = state.evolve(event);
    }

    private void decide(RoundCommand command) {
        id = command.round(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command).forEach(AggregateLifecycle::apply);
    }
}
