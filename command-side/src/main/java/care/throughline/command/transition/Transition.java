package care.throughline.command.transition;

import care.throughline.command.Labels;
import care.throughline.command.Visit;
import care.throughline.command.Work;
import care.throughline.events.Sensitivity;
import care.throughline.events.TransitionId;
import care.throughline.events.transition.TransitionEvent;
import java.time.Clock;
import java.time.ZoneId;
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

/** A transition as Axon sees it; what it decides is in {@link TransitionState}. */
@AggregateRoot(type = "Transition")
final class Transition {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable TransitionId id;

    private TransitionState state = new TransitionState.NotStarted();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void open(TransitionCommand.Open command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void correct(TransitionCommand.CorrectDischarge command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void take(TransitionCommand.Void command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void end(TransitionCommand.EndByReadmission command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void end(TransitionCommand.EndByDeath command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void resume(TransitionCommand.Resume command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void score(TransitionCommand.ScoreRisk command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void record(TransitionCommand.RecordOutreach command, Clock clock, ZoneId zone) {
        decide(command, command.keep(), clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void book(TransitionCommand.BookVisit command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void cancel(TransitionCommand.CancelVisit command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void record(TransitionCommand.RecordMissedVisit command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void record(TransitionCommand.RecordVisit command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void record(TransitionCommand.RecordReconciliation command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void set(TransitionCommand.SetChecklistItem command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void judge(TransitionCommand.JudgeComplexity command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void snooze(TransitionCommand.Snooze command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Work ask(AskTransition command) {
        id = command.transition();
        return state.asWork();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void takeBack(TransitionCommand.TakeBackSnooze command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void unsnooze(TransitionCommand.Unsnooze command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void complete(TransitionCommand.Complete command, Clock clock, ZoneId zone) {
        decide(command, clock, zone);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Visit ask(AskVisit question) {
        id = question.transition();
        return Guards.visit(state);
    }

    @EventSourcingHandler
    void on(TransitionEvent event) {
        id = event.transition();
        state = state.evolve(event);
    }

    private void decide(TransitionCommand command, Clock clock, ZoneId zone) {
        decide(command, Set.of(), clock, zone);
    }

    /** @param keep labels besides those of the discharge */
    private void decide(TransitionCommand command, Set<Sensitivity> keep, Clock clock, ZoneId zone) {
        id = command.transition(); // also where nothing comes of it: the cache keeps aggregates by id
        for (TransitionEvent event : state.decide(command, clock.instant().atZone(zone))) {
            Set<Sensitivity> labels = new HashSet<>(keep);
            labels.addAll(state.evolve(event).work().discharge().labels());
            AggregateLifecycle.apply(event, Labels.of(labels));
        }
    }
}
