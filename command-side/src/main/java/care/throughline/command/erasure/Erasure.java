package care.throughline.command.erasure;

import care.throughline.events.erasure.ErasureEvent;
import care.throughline.events.erasure.ErasureId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The file on erasing a person as Axon sees it; what it decides is in {@link ErasureState}. */
@AggregateRoot(type = "Erasure")
final class Erasure {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable ErasureId id;

    private ErasureState state = new ErasureState.Kept(false);

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void request(ErasureCommand.Request command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void place(ErasureCommand.PlaceHold command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void lift(ErasureCommand.LiftHold command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void refuse(ErasureCommand.Refuse command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void approve(ErasureCommand.Approve command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void begin(ErasureCommand.Begin command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void finish(ErasureCommand.Finish command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void repeat(ErasureCommand.Repeat command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void certify(ErasureCommand.Certify command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Standing ask(ErasureCommand.AskStanding command) {
        decide(command);
        return state.standing();
    }

    @EventSourcingHandler
    void on(ErasureEvent event) {
        id = event.erasure();
        state = state.evolve(event);
    }

    private void decide(ErasureCommand command) {
        id = command.erasure(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command).forEach(AggregateLifecycle::apply);
    }
}
