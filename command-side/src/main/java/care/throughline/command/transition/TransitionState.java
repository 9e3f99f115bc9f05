package care.throughline.command.transition;

import care.throughline.command.Rejected;
import care.throughline.command.Work;
import care.throughline.command.transition.TransitionCommand.Coordinated;
import care.throughline.command.transition.TransitionCommand.Reconciled;
import care.throughline.events.StayId;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.events.transition.TransitionEvent.ChecklistItemDone;
import care.throughline.events.transition.TransitionEvent.ChecklistItemReopened;
import care.throughline.events.transition.TransitionEvent.Completed;
import care.throughline.events.transition.TransitionEvent.ComplexityJudged;
import care.throughline.events.transition.TransitionEvent.ContactMade;
import care.throughline.events.transition.TransitionEvent.DischargeCorrected;
import care.throughline.events.transition.TransitionEvent.EndedByDeath;
import care.throughline.events.transition.TransitionEvent.EndedByReadmission;
import care.throughline.events.transition.TransitionEvent.MedicationsReconciled;
import care.throughline.events.transition.TransitionEvent.Opened;
import care.throughline.events.transition.TransitionEvent.OutreachAttempted;
import care.throughline.events.transition.TransitionEvent.ReconciliationRejudged;
import care.throughline.events.transition.TransitionEvent.Resumed;
import care.throughline.events.transition.TransitionEvent.RiskScored;
import care.throughline.events.transition.TransitionEvent.Snoozed;
import care.throughline.events.transition.TransitionEvent.Unsnoozed;
import care.throughline.events.transition.TransitionEvent.VisitBooked;
import care.throughline.events.transition.TransitionEvent.VisitCancelled;
import care.throughline.events.transition.TransitionEvent.VisitKept;
import care.throughline.events.transition.TransitionEvent.VisitMissed;
import care.throughline.events.transition.TransitionEvent.VoidReason;
import care.throughline.events.transition.TransitionEvent.Voided;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** What a transition knows when it decides: how its course stands, and what was done in it. */
sealed interface TransitionState {

    record NotStarted() implements TransitionState {}

    /** The clocks run. */
    record Running(Casework work) implements TransitionState {}

    /** Back in an inpatient bed at {@code at}. */
    record Readmitted(Casework work, StayId readmission, boolean planned, Instant at) implements TransitionState {}

    record Died(Casework work, Instant at) implements TransitionState {}

    /** There is nothing to follow up; what was done stays on record. */
    record TakenBack(Casework work, VoidReason reason) implements TransitionState {}

    /**
     * What comes of a command: nothing if it repeats what is known.
     *
     * @param now in the organisation's zone, which also says which day a moment belongs to
     * @throws care.throughline.command.Rejected if the rules say no
     */
    default List<TransitionEvent> decide(TransitionCommand command, ZonedDateTime now) {
        return switch (command) {
            case Reconciled told -> new Reconciling(this, now.getZone()).decide(told);
            case Coordinated asked -> new Coordinating(this, now).decide(asked);
        };
    }

    /** Whatever happens brings back what was snoozed. */
    default TransitionState evolve(TransitionEvent event) {
        TransitionState next = after(event);
        return event instanceof Snoozed ? next : next.with(next.work().snoozed(null));
    }

    private TransitionState after(TransitionEvent event) {
        return switch (event) {
            case Opened told -> new Running(Casework.opened(told.discharge(), told.clocks()));
            case Resumed told -> new Running(work().discharged(told.discharge(), told.clocks()));
            case DischargeCorrected told -> with(work().discharged(told.discharge(), told.clocks()));
            case Voided told -> new TakenBack(work(), told.reason());
            case EndedByReadmission told ->
                new Readmitted(work(), told.readmission(), told.planned(), told.occurredAt());
            case EndedByDeath told -> new Died(work(), told.occurredAt());
            case OutreachAttempted told -> with(work().attempted(told.attempt()));
            case ContactMade told -> with(work().contacted(told));
            case VisitBooked told -> with(work().booked(told.startsAt()));
            case VisitCancelled told -> with(work().booked(null));
            case VisitMissed told -> with(work().booked(null));
            case VisitKept told -> with(work().visited(told));
            case MedicationsReconciled told ->
                with(work().reconciled(new Casework.Reconciliation(told.occurredAt(), told.timely())));
            case ReconciliationRejudged told -> with(work().rejudged(told.timely()));
            case ChecklistItemDone told -> with(work().checked(told.item()));
            case ChecklistItemReopened told -> with(work().unchecked(told.item()));
            case ComplexityJudged told -> with(work().judged(told.complexity()));
            case RiskScored told -> with(work().scored(told.lace()));
            case Snoozed told -> with(work().snoozed(told));
            case Unsnoozed told -> this;
            case Completed told -> with(work().completed());
        };
    }

    /** What it stands for on the desk.
     *
     * @throws Rejected if there is no such transition
     */
    default Work asWork() {
        if (this instanceof NotStarted) {
            throw new Rejected("transition-unknown", "There is no such transition.");
        }
        Snoozed snooze = work().snooze();
        return new Work(work().discharge().patient(), snooze == null ? null : snooze.occurredAt());
    }

    /** What was done so far.
     *
     * @throws IllegalStateException if nothing can have been done yet
     */
    default Casework work() {
        return switch (this) {
            case NotStarted none -> throw new IllegalStateException("a transition opens before anything else");
            case Running running -> running.work();
            case Readmitted ended -> ended.work();
            case Died ended -> ended.work();
            case TakenBack none -> none.work();
        };
    }

    private TransitionState with(Casework work) {
        return switch (this) {
            case NotStarted none -> new Running(work);
            case Running running -> new Running(work);
            case Readmitted ended -> new Readmitted(work, ended.readmission(), ended.planned(), ended.at());
            case Died ended -> new Died(work, ended.at());
            case TakenBack none -> new TakenBack(work, none.reason());
        };
    }
}
