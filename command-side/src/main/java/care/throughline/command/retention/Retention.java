package care.throughline.command.retention;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import care.throughline.events.retention.RetentionEvent;
import care.throughline.events.retention.RunId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A run of the retention schedule as Axon sees it; what it decides is in {@link RetentionState}. */
@AggregateRoot(type = "Retention")
final class Retention {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable RunId id;

    private RetentionState state = new RetentionState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void propose(RetentionCommand.Propose command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void withdraw(RetentionCommand.Withdraw command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void approve(RetentionCommand.Approve command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void letGo(RetentionCommand.LetGo command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void complete(RetentionCommand.Complete command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(RetentionEvent event) {
        id = event.run();
        state = state.evolve(event);
    }

    private void decide(RetentionCommand command) {
        id = command.run(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command).forEach(AggregateLifecycle::apply);
    }
}
