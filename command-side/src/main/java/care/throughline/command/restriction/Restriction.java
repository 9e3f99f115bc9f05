package care.throughline.command.restriction;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import care.throughline.events.restriction.RestrictionEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The restrictions of a chart as Axon sees them; what they decide is in {@link RestrictionState}. */
@AggregateRoot(type = "Restriction")
final class Restriction {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable RestrictionId id;

    private RestrictionState state = RestrictionState.NONE;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void restrict(RestrictionCommand.RestrictChart command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void protect(RestrictionCommand.Protect command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void lift(RestrictionCommand.LiftRestriction command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void breakGlass(RestrictionCommand.BreakGlass command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void close(RestrictionCommand.CloseGlass command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void review(RestrictionCommand.ReviewGlass command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void requireOpen(RestrictionCommand.RequireOpen command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(RestrictionEvent event) {
        id = RestrictionId.of(event.patient());
        state = state.evolve(event);
    }

    private void decide(RestrictionCommand command) {
        id = command.restriction(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command).forEach(AggregateLifecycle::apply);
    }
}
