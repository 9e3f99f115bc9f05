package care.throughline.events.transition;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.Personal;
import care.throughline.events.RuleRef;
import care.throughline.events.StayId;
import care.throughline.events.TransitionId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to one transition. */
public sealed interface TransitionEvent extends DomainEvent {

    TransitionId transition();

    /** A discharge to home or the like: the clocks run. */
    @EventName("transition.Opened")
    record Opened(TransitionId transition, Discharge discharge, Clocks clocks, Instant occurredAt)
            implements TransitionEvent {}

    /** The discharge was told differently; the clocks moved with it. */
    @EventName("transition.DischargeCorrected")
    record DischargeCorrected(TransitionId transition, Discharge discharge, Clocks clocks, Instant occurredAt)
            implements TransitionEvent {}

    /** There is nothing to follow up any more; calls already made stay on record. */
    @EventName("transition.Voided")
    record Voided(TransitionId transition, VoidReason reason, Instant occurredAt) implements TransitionEvent {}

    /** Back in an inpatient bed within the window. */
    @EventName("transition.EndedByReadmission")
    record EndedByReadmission(TransitionId transition, StayId readmission, boolean planned, Instant occurredAt)
            implements TransitionEvent {}

    @EventName("transition.EndedByDeath")
    record EndedByDeath(TransitionId transition, Instant occurredAt) implements TransitionEvent {}

    /** What had ended or voided it was taken back: the clocks run again as they were. */
    @EventName("transition.Resumed")
    record Resumed(TransitionId transition, Discharge discharge, Clocks clocks, Instant occurredAt)
            implements TransitionEvent {}

    /** One attempt to reach the patient or caregiver; {@code minutes} spent, 0 if not counted. */
    @EventName("transition.OutreachAttempted")
    record OutreachAttempted(
            TransitionId transition,
            String attempt,
            Channel channel,
            Outcome outcome,
            int minutes,
            Personal<String> note,
            Instant occurredAt)
            implements TransitionEvent {}

    /** The interactive contact that the clock asks for took place; {@code timely} if by the day it was due. */
    @EventName("transition.ContactMade")
    record ContactMade(TransitionId transition, String attempt, boolean timely, RuleRef rule, Instant occurredAt)
            implements TransitionEvent {}

    @EventName("transition.VisitBooked")
    record VisitBooked(TransitionId transition, Instant startsAt, Personal<String> with, Instant occurredAt)
            implements TransitionEvent {}

    @EventName("transition.VisitCancelled")
    record VisitCancelled(TransitionId transition, Instant startsAt, Personal<String> reason, Instant occurredAt)
            implements TransitionEvent {}

    @EventName("transition.VisitMissed")
    record VisitMissed(TransitionId transition, Instant startsAt, Instant occurredAt) implements TransitionEvent {}

    /** The follow-up visit took place on the day of {@code occurredAt}; {@code timely} if by the day it was due. */
    @EventName("transition.VisitKept")
    record VisitKept(TransitionId transition, boolean timely, RuleRef rule, Instant occurredAt)
            implements TransitionEvent {}

    /** Medicines before and after were compared; timely no later than the visit. */
    @EventName("transition.MedicationsReconciled")
    record MedicationsReconciled(TransitionId transition, boolean timely, Personal<String> note, Instant occurredAt)
            implements TransitionEvent {}

    /** A visit that we learned of afterwards changes whether medicines were compared in time; said of the moment of that visit. */
    @EventName("transition.ReconciliationRejudged")
    record ReconciliationRejudged(TransitionId transition, boolean timely, Instant occurredAt)
            implements TransitionEvent {}

    @EventName("transition.ChecklistItemDone")
    record ChecklistItemDone(TransitionId transition, ChecklistItem item, Instant occurredAt)
            implements TransitionEvent {}

    @EventName("transition.ChecklistItemReopened")
    record ChecklistItemReopened(TransitionId transition, ChecklistItem item, Instant occurredAt)
            implements TransitionEvent {}

    @EventName("transition.ComplexityJudged")
    record ComplexityJudged(TransitionId transition, Complexity complexity, LocalDate visitDue, Instant occurredAt)
            implements TransitionEvent {}

    /** LACE at discharge, with its inputs as they were known. */
    @EventName("transition.RiskScored")
    record RiskScored(TransitionId transition, Lace lace, Instant occurredAt) implements TransitionEvent {}

    /** Out of the worklist until {@code until}, or until something new happens. */
    @EventName("transition.Snoozed")
    record Snoozed(TransitionId transition, Instant until, Personal<String> reason, Instant occurredAt)
            implements TransitionEvent {}

    @EventName("transition.Unsnoozed")
    record Unsnoozed(TransitionId transition, Instant occurredAt) implements TransitionEvent {}

    /** The work is done: everything asked for was met, or the coordinator says why not. */
    @EventName("transition.Completed")
    record Completed(TransitionId transition, @Nullable Personal<String> reason, Instant occurredAt)
            implements TransitionEvent {}

    /** Why a transition is void. */
    enum VoidReason {
        DISCHARGE_CANCELLED,
        ADMISSION_CANCELLED,
        NOT_DISCHARGED_HOME,
        SAME_DISCHARGE_AS_OTHER_STAY,
        TRANSFERRED_TO_OTHER_HOSPITAL,
        CLASS_WITHOUT_TRANSITION
    }
}
