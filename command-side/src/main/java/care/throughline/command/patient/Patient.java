package care.throughline.command.patient;

import care.throughline.events.PatientId;
import care.throughline.events.patient.PatientEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A patient record as Axon sees it; what it decides is in {@link PatientState}. */
@AggregateRoot(type = "Patient")
final class Patient {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable PatientId id;

    private PatientState state = PatientState.UNKNOWN;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void register(PatientCommand.Register command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(PatientCommand.AddIdentifier command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void retire(PatientCommand.RetireIdentifier command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void report(PatientCommand.ReportDemographics command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void report(PatientCommand.ReportDeath command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void withdraw(PatientCommand.WithdrawDeath command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void merge(PatientCommand.MergeInto command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void unmerge(PatientCommand.Unmerge command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PatientId survivor(PatientCommand.AskSurvivor command) {
        decide(command);
        return state.survivorOf(command.patient());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Numbers numbers(PatientCommand.AskNumbers command) {
        decide(command);
        return new Numbers(state.identifiers());
    }

    @EventSourcingHandler
    void on(PatientEvent event) {
        id = event.patient();
        state = state.evolve(event);
    }

    private void decide(PatientCommand command) {
        id = command.patient(); // also where nothing comes of it: the cache keeps aggregates by id
        state.decide(command).forEach(AggregateLifecycle::apply);
    }
}
