package care.throughline.command.appointment;

import care.throughline.events.RoutineId;
import care.throughline.events.appointment.RoutineEvent;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The standing week of a person as Axon sees it; what it decides is in {@link RoutineState}. */
@AggregateRoot(type = "Routine")
final class Routine {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable RoutineId id;

    private RoutineState state = RoutineState.NOTHING_YET;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void tell(RoutineCommand.TellHours command, Clock clock) {
        decide(command, clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void make(RoutineCommand.MakeCommitment command, Clock clock) {
        decide(command, clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void end(RoutineCommand.EndCommitment command, Clock clock) {
        decide(command, clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void review(RoutineCommand.ReviewBarriers command, Clock clock) {
        decide(command, clock);
    }

    @EventSourcingHandler
    void on(RoutineEvent event) {
        id = event.routine();
        state = state.evolve(event);
    }

    private void decide(RoutineCommand command, Clock clock) {
        id = command.routine(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command, clock.instant()).forEach(AggregateLifecycle::apply);
    }
}
