package care.throughline.command.intake;

import care.throughline.command.intake.IntakeCommand.AskStanding;
import care.throughline.command.intake.IntakeCommand.Correct;
import care.throughline.command.intake.IntakeCommand.Discard;
import care.throughline.command.intake.IntakeCommand.MarkApplied;
import care.throughline.command.intake.IntakeCommand.Receive;
import care.throughline.command.intake.IntakeCommand.SetAside;
import care.throughline.command.intake.IntakeCommand.Standing;
import care.throughline.events.MessageId;
import care.throughline.events.intake.IntakeEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The Axon shell of one inbound message. */
@AggregateRoot(type = "InboundMessage")
final class InboundMessage {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable MessageId id;

    private InboundState state = new InboundState.Unheard();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Standing handle(Receive command) {
        Standing standing = state.standing(command.digest());
        decide(command);
        return standing;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Standing handle(AskStanding command) {
        decide(command);
        return state.standing(command.digest());
    }

    @CommandHandler
    void handle(MarkApplied command) {
        decide(command);
    }

    @CommandHandler
    void handle(SetAside command) {
        decide(command);
    }

    @CommandHandler
    void handle(Correct command) {
        decide(command);
    }

    @CommandHandler
    void handle(Discard command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(IntakeEvent event) {
        id = event.message();
        state = state.evolve(event);
    }

    private void decide(IntakeCommand command) {
        state.decide(command).forEach(AggregateLifecycle::apply);
    }
}
