package care.throughline.command.transition;

import care.throughline.events.Sensitivity;
import care.throughline.events.StayId;
import care.throughline.events.TransitionId;
import care.throughline.events.transition.Channel;
import care.throughline.events.transition.ChecklistItem;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Complexity;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.Lace;
import care.throughline.events.transition.Outcome;
import care.throughline.events.transition.TransitionEvent.VoidReason;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of a transition; {@code at} is when it happened, never when it was typed in. */
public sealed interface TransitionCommand {

    TransitionId transition();

    /** What follows from the stays of a person; sent by the reconciler alone, and harmless when repeated. */
    sealed interface Reconciled extends TransitionCommand {}

    record Open(@TargetAggregateIdentifier TransitionId transition, Discharge discharge, Clocks clocks, Instant at)
            implements Reconciled {}

    record CorrectDischarge(
            @TargetAggregateIdentifier TransitionId transition, Discharge discharge, Clocks clocks, Instant at)
            implements Reconciled {}

    @SuppressWarnings("AvoidCommonTypeNames") // the word of the trade; java.lang.Void is not used here
    record Void(@TargetAggregateIdentifier TransitionId transition, VoidReason reason, Instant at)
            implements Reconciled {}

    record EndByReadmission(
            @TargetAggregateIdentifier TransitionId transition, StayId readmission, boolean planned, Instant at)
            implements Reconciled {}

    record EndByDeath(@TargetAggregateIdentifier TransitionId transition, Instant at) implements Reconciled {}

    /** What had ended or voided it was taken back. */
    record Resume(@TargetAggregateIdentifier TransitionId transition, Discharge discharge, Clocks clocks, Instant at)
            implements Reconciled {}

    record ScoreRisk(@TargetAggregateIdentifier TransitionId transition, Lace lace, Instant at) implements Reconciled {}

    /** What people do in a transition. */
    sealed interface Coordinated extends TransitionCommand {}

    /**
     * One attempt to reach the patient or caregiver.
     *
     * @param attempt names the attempt, made by the edge: the same attempt told twice counts once
     * @param minutes spent, 0 if not counted
     */
    record RecordOutreach(
            @TargetAggregateIdentifier TransitionId transition,
            String attempt,
            Channel channel,
            Outcome outcome,
            int minutes,
            String note,
            Set<Sensitivity> keep,
            Instant at)
            implements Coordinated {}

    /** Books the follow-up visit, or moves it to another time. */
    record BookVisit(@TargetAggregateIdentifier TransitionId transition, Instant startsAt, String with, Instant at)
            implements Coordinated {}

    record CancelVisit(@TargetAggregateIdentifier TransitionId transition, String reason, Instant at)
            implements Coordinated {}

    record RecordMissedVisit(@TargetAggregateIdentifier TransitionId transition, Instant at) implements Coordinated {}

    /** The follow-up visit took place {@code at}. */
    record RecordVisit(@TargetAggregateIdentifier TransitionId transition, Instant at) implements Coordinated {}

    record RecordReconciliation(@TargetAggregateIdentifier TransitionId transition, String note, Instant at)
            implements Coordinated {}

    record SetChecklistItem(
            @TargetAggregateIdentifier TransitionId transition, ChecklistItem item, boolean done, Instant at)
            implements Coordinated {}

    record JudgeComplexity(@TargetAggregateIdentifier TransitionId transition, Complexity complexity, Instant at)
            implements Coordinated {}

    /** Out of the worklist until then, or until something new happens. */
    record Snooze(@TargetAggregateIdentifier TransitionId transition, Instant until, String reason, Instant at)
            implements Coordinated {}

    record Unsnooze(@TargetAggregateIdentifier TransitionId transition, Instant at) implements Coordinated {}

    /** Takes back the snooze of that moment, if nothing has happened since. */
    record TakeBackSnooze(@TargetAggregateIdentifier TransitionId transition, Instant snoozedAt, Instant at)
            implements Coordinated {}

    /** The work is done; a reason is needed if something that was asked for is missing. */
    record Complete(
            @TargetAggregateIdentifier TransitionId transition,
            @Nullable String reason,
            Instant at) implements Coordinated {}
}
