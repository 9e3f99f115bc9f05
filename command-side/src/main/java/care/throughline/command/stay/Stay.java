package care.throughline.command.stay;

import care.throughline.command.Labels;
import care.throughline.events.StayId;
import care.throughline.events.stay.StayEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A visit as Axon sees it; what it decides is in {@link StayState}. */
@AggregateRoot(type = "Stay")
final class Stay {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable StayId id;

    private StayState state = new StayState.Unheard();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void report(StayCommand.Report command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(StayEvent event) {
        id = event.stay();
        state = state.evolve(event);
    }

    private void decide(StayCommand command) {
        id = command.stay(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command)
                .forEach(event ->
                        AggregateLifecycle.apply(event, Labels.of(event.after().labels())));
    }
}
