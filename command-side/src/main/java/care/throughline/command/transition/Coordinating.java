package care.throughline.command.transition;

import care.throughline.command.transition.TransitionCommand.BookVisit;
import care.throughline.command.transition.TransitionCommand.CancelVisit;
import care.throughline.command.transition.TransitionCommand.Complete;
import care.throughline.command.transition.TransitionCommand.Coordinated;
import care.throughline.command.transition.TransitionCommand.JudgeComplexity;
import care.throughline.command.transition.TransitionCommand.RecordMissedVisit;
import care.throughline.command.transition.TransitionCommand.RecordOutreach;
import care.throughline.command.transition.TransitionCommand.RecordReconciliation;
import care.throughline.command.transition.TransitionCommand.RecordVisit;
import care.throughline.command.transition.TransitionCommand.SetChecklistItem;
import care.throughline.command.transition.TransitionCommand.Snooze;
import care.throughline.command.transition.TransitionCommand.TakeBackSnooze;
import care.throughline.command.transition.TransitionCommand.Unsnooze;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.transition.Outcome;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.events.transition.TransitionEvent.ChecklistItemDone;
import care.throughline.events.transition.TransitionEvent.ChecklistItemReopened;
import care.throughline.events.transition.TransitionEvent.Completed;
import care.throughline.events.transition.TransitionEvent.ComplexityJudged;
import care.throughline.events.transition.TransitionEvent.ContactMade;
import care.throughline.events.transition.TransitionEvent.MedicationsReconciled;
import care.throughline.events.transition.TransitionEvent.OutreachAttempted;
import care.throughline.events.transition.TransitionEvent.ReconciliationRejudged;
import care.throughline.events.transition.TransitionEvent.VisitBooked;
import care.throughline.events.transition.TransitionEvent.VisitCancelled;
import care.throughline.events.transition.TransitionEvent.VisitKept;
import care.throughline.events.transition.TransitionEvent.VisitMissed;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What people do in a transition, with the guards in the order in which a nurse would hear them. */
record Coordinating(TransitionState state, ZonedDateTime now) {

    List<TransitionEvent> decide(Coordinated command) {
        Guards guards = new Guards(state, now);
        return switch (command) {
            case RecordOutreach outreach -> outreach(outreach, guards.forWhatHappened(outreach.at()));
            case RecordVisit visit -> visit(visit, guards.forWhatHappened(visit.at()));
            case RecordReconciliation done -> reconciliation(done, guards.forWhatHappened(done.at()));
            case BookVisit book -> book(book, guards.forWhatComes(book.startsAt()));
            case CancelVisit cancel -> cancel(cancel, guards.whileRunning(), guards);
            case RecordMissedVisit missed -> missed(missed, guards.whileRunning(), guards);
            case SetChecklistItem set -> check(set, guards.whileRunning());
            case JudgeComplexity judge -> judge(judge, guards.whileRunning());
            case Snooze snooze -> Waiting.snooze(snooze, guards.whileRunning(), guards);
            case Unsnooze wake -> Waiting.wake(wake, guards.whileRunning());
            case TakeBackSnooze back -> Waiting.takeBack(back, guards.whileRunning());
            case Complete complete -> complete(complete, guards.whileRunning());
        };
    }

    private List<TransitionEvent> outreach(RecordOutreach command, Casework work) {
        if (work.attempts().contains(command.attempt())) {
            return List.of();
        }
        Guards.minutes(command.minutes());
        List<TransitionEvent> events = new ArrayList<>();
        events.add(new OutreachAttempted(
                command.transition(),
                command.attempt(),
                command.channel(),
                command.outcome(),
                command.minutes(),
                Personal.of(patient(work), command.note()),
                command.at()));
        boolean counts = command.outcome() == Outcome.REACHED && Timely.isInteractive(command.channel());
        if (counts && isFirst(work, command)) {
            boolean timely = Timely.contact(work, command.at(), now.getZone());
            events.add(new ContactMade(
                    command.transition(),
                    command.attempt(),
                    timely,
                    work.clocks().rule(),
                    command.at()));
        }
        return events;
    }

    private static boolean isFirst(Casework work, RecordOutreach command) {
        ContactMade known = work.contact();
        return known == null || command.at().isBefore(known.occurredAt());
    }

    private List<TransitionEvent> visit(RecordVisit command, Casework work) {
        VisitKept known = work.visit();
        if (known != null && known.occurredAt().equals(command.at())) {
            return List.of();
        }
        boolean timely = Timely.visit(work, command.at(), now.getZone());
        VisitKept kept =
                new VisitKept(command.transition(), timely, work.clocks().rule(), command.at());
        return Stream.concat(Stream.of(kept), rejudged(kept, work.visited(kept)).stream())
                .toList();
    }

    /** Medicines compared before we knew of the visit were judged without it. */
    private Optional<TransitionEvent> rejudged(VisitKept kept, Casework work) {
        Casework.Reconciliation known = work.reconciliation();
        if (known == null) {
            return Optional.empty();
        }
        boolean timely = Timely.reconciliation(work, known.at(), now.getZone());
        return timely == known.timely()
                ? Optional.empty()
                : Optional.of(new ReconciliationRejudged(kept.transition(), timely, kept.occurredAt()));
    }

    private List<TransitionEvent> reconciliation(RecordReconciliation command, Casework work) {
        Casework.Reconciliation known = work.reconciliation();
        if (known != null && known.at().equals(command.at())) {
            return List.of();
        }
        boolean timely = Timely.reconciliation(work, command.at(), now.getZone());
        Personal<String> note = Personal.of(patient(work), command.note());
        return List.of(new MedicationsReconciled(command.transition(), timely, note, command.at()));
    }

    private List<TransitionEvent> book(BookVisit command, Casework work) {
        if (command.startsAt().equals(work.visitAt())) {
            return List.of();
        }
        List<TransitionEvent> events = new ArrayList<>();
        if (work.visitAt() != null) {
            Personal<String> moved = Personal.of(patient(work), "moved to another time");
            events.add(new VisitCancelled(command.transition(), work.visitAt(), moved, command.at()));
        }
        Personal<String> with = Personal.of(patient(work), command.with());
        events.add(new VisitBooked(command.transition(), command.startsAt(), with, command.at()));
        return events;
    }

    private List<TransitionEvent> cancel(CancelVisit command, Casework work, Guards guards) {
        Guards.reason(command.reason(), "Say why the visit is cancelled.");
        Personal<String> reason = Personal.of(patient(work), command.reason());
        return List.of(new VisitCancelled(command.transition(), guards.booked(work), reason, command.at()));
    }

    private List<TransitionEvent> missed(RecordMissedVisit command, Casework work, Guards guards) {
        return List.of(new VisitMissed(command.transition(), guards.begun(guards.booked(work)), command.at()));
    }

    private static List<TransitionEvent> check(SetChecklistItem command, Casework work) {
        if (work.done().contains(command.item()) == command.done()) {
            return List.of();
        }
        return List.of(
                command.done()
                        ? new ChecklistItemDone(command.transition(), command.item(), command.at())
                        : new ChecklistItemReopened(command.transition(), command.item(), command.at()));
    }

    private static List<TransitionEvent> judge(JudgeComplexity command, Casework work) {
        return command.complexity() == work.complexity()
                ? List.of()
                : List.of(new ComplexityJudged(
                        command.transition(),
                        command.complexity(),
                        work.clocks().visitDue(command.complexity()),
                        command.at()));
    }

    private static List<TransitionEvent> complete(Complete command, Casework work) {
        if (work.isCompleted()) {
            return List.of();
        }
        Guards.completion(work, command.reason());
        Personal<String> reason = command.reason() == null ? null : Personal.of(patient(work), command.reason());
        return List.of(new Completed(command.transition(), reason, command.at()));
    }

    private static PatientId patient(Casework work) {
        return work.discharge().patient();
    }
}
