package care.throughline.command.appointment;

import care.throughline.events.CalendarFeedId;
import care.throughline.events.appointment.CalendarFeedEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A calendar that somebody subscribed to as Axon sees it; what it decides is in {@link CalendarFeedState}. */
@AggregateRoot(type = "CalendarFeed")
final class CalendarFeed {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable CalendarFeedId id;

    private CalendarFeedState state = new CalendarFeedState.Unknown();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void open(CalendarFeedCommand.OpenFeed command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void revoke(CalendarFeedCommand.RevokeFeed command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(CalendarFeedEvent event) {
        id = event.feed();
        state = state.evolve(event);
    }

    private void decide(CalendarFeedCommand command) {
        id = command.feed(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command).forEach(AggregateLifecycle::apply);
    }
}
