package care.throughline.command.appointment;

import care.throughline.command.Labels;
import care.throughline.command.Visit;
import care.throughline.command.Work;
import care.throughline.events.AppointmentId;
import care.throughline.events.Sensitivity;
import care.throughline.events.appointment.AppointmentEvent;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An appointment as Axon sees it; what it decides is in {@link AppointmentState}. */
@AggregateRoot(type = "Appointment")
final class Appointment {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable AppointmentId id;

    private AppointmentState state = new AppointmentState.NotStarted();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void book(AppointmentCommand.Book command, Clock clock) {
        decide(command, null, clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void move(AppointmentCommand.Move command, Clock clock) {
        decide(command, null, clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void record(AppointmentCommand.RecordKept command, Clock clock) {
        decide(command, null, clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void record(AppointmentCommand.RecordMissed command, Clock clock) {
        decide(command, null, clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void cancel(AppointmentCommand.Cancel command, Clock clock) {
        decide(command, null, clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void confirm(AppointmentCommand.Confirm command, Clock clock) {
        decide(command, command.visit(), clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void prepare(AppointmentCommand.Prepare command, Clock clock) {
        decide(command, command.visit(), clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void put(AppointmentCommand.PutAfter command, Clock clock) {
        decide(command, command.visit(), clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void accept(AppointmentCommand.AcceptConflict command, Clock clock) {
        decide(command, command.visit(), clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void follow(AppointmentCommand.FollowUpMiss command, Clock clock) {
        decide(command, command.visit(), clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void snooze(AppointmentCommand.Snooze command, Clock clock) {
        decide(command, command.visit(), clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void wake(AppointmentCommand.Unsnooze command, Clock clock) {
        decide(command, command.visit(), clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void takeBack(AppointmentCommand.TakeBackSnooze command, Clock clock) {
        decide(command, command.visit(), clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Work ask(AskAppointment command) {
        id = command.appointment();
        return state.work(command.visit());
    }

    @EventSourcingHandler
    void on(AppointmentEvent event) {
        id = event.appointment();
        state = state.evolve(event);
    }

    /** @param visit what stands elsewhere, with the labels that go on all that is told of it */
    private void decide(AppointmentCommand command, @Nullable Visit visit, Clock clock) {
        id = command.appointment(); // also where nothing comes of it: the cache keeps aggregates by id
        for (AppointmentEvent event : state.decide(command, clock.instant())) {
            Set<Sensitivity> labels = new HashSet<>(visit == null ? Set.of() : visit.labels());
            labels.addAll(state.evolve(event).labels());
            AggregateLifecycle.apply(event, Labels.of(labels));
        }
    }
}
