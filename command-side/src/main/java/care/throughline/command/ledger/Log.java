package care.throughline.command.ledger;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import care.throughline.command.ledger.LedgerCommand.BeginLog;
import care.throughline.events.ledger.LedgerEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A log of the ledger as Axon sees it; what it decides is in {@link LogState}. */
@AggregateRoot(type = "Log")
final class Log {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable LogId id;

    private LogState state = new LogState.Kept();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void begin(BeginLog command) {
        id = command.log(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(LedgerEvent.LogBegun event) {
        id = LogId.of(event.previous());
        state = state.evolve(event);
    }
}
