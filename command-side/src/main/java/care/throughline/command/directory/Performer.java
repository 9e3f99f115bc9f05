package care.throughline.command.directory;

import care.throughline.events.PerformerId;
import care.throughline.events.directory.DirectoryEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An entry of the directory as Axon sees it; what it decides is in {@link DirectoryState}. */
@AggregateRoot(type = "Performer")
final class Performer {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable PerformerId id;

    private DirectoryState state = new DirectoryState.Absent();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void enter(DirectoryCommand.Enter command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void correct(DirectoryCommand.Correct command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void change(DirectoryCommand.ChangeCapacity command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void change(DirectoryCommand.ChangeReach command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void verify(DirectoryCommand.Verify command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void tell(DirectoryCommand.TellCashPrice command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void withdraw(DirectoryCommand.Withdraw command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Standing ask(DirectoryCommand.AskStanding command) {
        decide(command);
        return state.standing();
    }

    @EventSourcingHandler
    void on(DirectoryEvent event) {
        id = event.performer();
        state = state.evolve(event);
    }

    private void decide(DirectoryCommand command) {
        id = command.performer(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command).forEach(AggregateLifecycle::apply);
    }
}
