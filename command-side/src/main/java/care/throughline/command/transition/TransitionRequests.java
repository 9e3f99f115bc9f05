package care.throughline.command.transition;

import care.throughline.command.Texts;
import care.throughline.events.Sensitivity;
import care.throughline.events.TransitionId;
import care.throughline.events.transition.Channel;
import care.throughline.events.transition.ChecklistItem;
import care.throughline.events.transition.Complexity;
import care.throughline.events.transition.Outcome;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients send, one record per request. */
final class TransitionRequests {

    private TransitionRequests() {}

    /** Says which command it is. */
    @FunctionalInterface
    interface Request {
        TransitionCommand on(TransitionId transition, Instant now);
    }

    /**
     * An attempt to reach the patient or caregiver.
     *
     * @param keep the label under which the note is kept apart, none if it is not
     * @param attempt a name of the client's own, so that sending it again counts once
     * @param at when, if not now
     */
    record Outreach(
            Channel channel,
            Outcome outcome,
            @Nullable Integer minutes,
            @Nullable String note,
            @Nullable Sensitivity keep,
            @Nullable String attempt,
            @Nullable Instant at)
            implements Request {

        @Override
        public TransitionCommand on(TransitionId transition, Instant now) {
            String name = Texts.name(attempt, "The name of the attempt");
            return new TransitionCommand.RecordOutreach(
                    transition,
                    name.isEmpty() ? "att_" + UUID.randomUUID() : name,
                    channel,
                    outcome,
                    Objects.requireNonNullElse(minutes, 0),
                    Texts.optional(note, "The note", Texts.NOTE),
                    keep == null ? Set.of() : Set.of(keep),
                    Objects.requireNonNullElse(at, now));
        }
    }

    record Visit(Instant startsAt, @Nullable String with) implements Request {

        @Override
        public TransitionCommand on(TransitionId transition, Instant now) {
            String whom = Texts.required(with, "Whom the visit is with", Texts.LINE);
            return new TransitionCommand.BookVisit(transition, startsAt, whom, now);
        }
    }

    record Cancellation(@Nullable String reason) implements Request {

        @Override
        public TransitionCommand on(TransitionId transition, Instant now) {
            String why = Texts.required(reason, "The reason to cancel", Texts.LINE);
            return new TransitionCommand.CancelVisit(transition, why, now);
        }
    }

    /** @param at when, if not now */
    record Kept(@Nullable Instant at) implements Request {

        @Override
        public TransitionCommand on(TransitionId transition, Instant now) {
            return new TransitionCommand.RecordVisit(transition, Objects.requireNonNullElse(at, now));
        }
    }

    /** @param at when, if not now */
    record Reconciliation(@Nullable String note, @Nullable Instant at) implements Request {

        @Override
        public TransitionCommand on(TransitionId transition, Instant now) {
            String said = Texts.optional(note, "The note", Texts.NOTE);
            return new TransitionCommand.RecordReconciliation(transition, said, Objects.requireNonNullElse(at, now));
        }
    }

    record Check(ChecklistItem item, boolean done) implements Request {

        @Override
        public TransitionCommand on(TransitionId transition, Instant now) {
            return new TransitionCommand.SetChecklistItem(transition, item, done, now);
        }
    }

    record Judgement(Complexity complexity) implements Request {

        @Override
        public TransitionCommand on(TransitionId transition, Instant now) {
            return new TransitionCommand.JudgeComplexity(transition, complexity, now);
        }
    }

    record Snoozing(Instant until, @Nullable String reason) implements Request {

        @Override
        public TransitionCommand on(TransitionId transition, Instant now) {
            String why = Texts.required(reason, "The reason to wait", Texts.LINE);
            return new TransitionCommand.Snooze(transition, until, why, now);
        }
    }

    /** @param reason needed if something that was asked for is missing */
    record Completion(@Nullable String reason) implements Request {

        @Override
        public TransitionCommand on(TransitionId transition, Instant now) {
            String why = Texts.optional(reason, "The reason", Texts.LINE);
            return new TransitionCommand.Complete(transition, why.isEmpty() ? null : why, now);
        }
    }
}
