package care.throughline.command.transition;

import care.throughline.command.transition.TransitionCommand.CorrectDischarge;
import care.throughline.command.transition.TransitionCommand.EndByDeath;
import care.throughline.command.transition.TransitionCommand.EndByReadmission;
import care.throughline.command.transition.TransitionCommand.Open;
import care.throughline.command.transition.TransitionCommand.Reconciled;
import care.throughline.command.transition.TransitionCommand.Resume;
import care.throughline.command.transition.TransitionCommand.ScoreRisk;
import care.throughline.command.transition.TransitionState.Died;
import care.throughline.command.transition.TransitionState.NotStarted;
import care.throughline.command.transition.TransitionState.Readmitted;
import care.throughline.command.transition.TransitionState.Running;
import care.throughline.events.TransitionId;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.events.transition.TransitionEvent.ContactMade;
import care.throughline.events.transition.TransitionEvent.DischargeCorrected;
import care.throughline.events.transition.TransitionEvent.EndedByDeath;
import care.throughline.events.transition.TransitionEvent.EndedByReadmission;
import care.throughline.events.transition.TransitionEvent.Opened;
import care.throughline.events.transition.TransitionEvent.Resumed;
import care.throughline.events.transition.TransitionEvent.RiskScored;
import care.throughline.events.transition.TransitionEvent.Unsnoozed;
import care.throughline.events.transition.TransitionEvent.VisitKept;
import care.throughline.events.transition.TransitionEvent.Voided;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Brings a transition in line with what the stays say; only a difference is an event, so a repeat is harmless. */
record Reconciling(TransitionState state, ZoneId zone) {

    List<TransitionEvent> decide(Reconciled command) {
        return switch (command) {
            case Open open -> open(open);
            case CorrectDischarge correct ->
                isVoid()
                        ? List.of()
                        : correct(correct.transition(), correct.discharge(), correct.clocks(), correct.at());
            case Resume resume -> resume(resume);
            case TransitionCommand.Void take -> take(take);
            case EndByReadmission end -> end(end);
            case EndByDeath end -> end(end);
            case ScoreRisk score -> score(score);
        };
    }

    private List<TransitionEvent> open(Open command) {
        return state instanceof NotStarted
                ? List.of(new Opened(command.transition(), command.discharge(), command.clocks(), command.at()))
                : List.of();
    }

    private List<TransitionEvent> resume(Resume command) {
        if (state instanceof NotStarted || state instanceof Running) {
            return List.of();
        }
        List<TransitionEvent> events = new ArrayList<>();
        events.add(new Resumed(command.transition(), command.discharge(), command.clocks(), command.at()));
        events.addAll(restated(command.transition(), command.discharge(), command.clocks()));
        return awake(command.transition(), command.at(), events);
    }

    private List<TransitionEvent> correct(TransitionId id, Discharge discharge, Clocks clocks, Instant at) {
        if (state instanceof NotStarted
                || (state.work().discharge().equals(discharge)
                        && state.work().clocks().equals(clocks))) {
            return List.of();
        }
        List<TransitionEvent> events = new ArrayList<>();
        events.add(new DischargeCorrected(id, discharge, clocks, at));
        events.addAll(restated(id, discharge, clocks));
        return awake(id, at, events);
    }

    private List<TransitionEvent> take(TransitionCommand.Void command) {
        if (state instanceof NotStarted
                || (state instanceof TransitionState.TakenBack known && known.reason() == command.reason())) {
            return List.of();
        }
        return awake(
                command.transition(),
                command.at(),
                List.of(new Voided(command.transition(), command.reason(), command.at())));
    }

    private List<TransitionEvent> end(EndByReadmission command) {
        TransitionEvent ended =
                new EndedByReadmission(command.transition(), command.readmission(), command.planned(), command.at());
        boolean known = state instanceof Readmitted before
                && before.readmission().equals(command.readmission())
                && before.planned() == command.planned()
                && before.at().equals(command.at());
        return known ? List.of() : ended(command.transition(), command.at(), ended);
    }

    private List<TransitionEvent> end(EndByDeath command) {
        boolean known = state instanceof Died before && before.at().equals(command.at());
        return known
                ? List.of()
                : ended(command.transition(), command.at(), new EndedByDeath(command.transition(), command.at()));
    }

    /** What was void runs again before it ends, so that a reader sees why. */
    private List<TransitionEvent> ended(TransitionId id, Instant at, TransitionEvent end) {
        if (state instanceof NotStarted) {
            return List.of();
        }
        return isVoid()
                ? List.of(new Resumed(id, state.work().discharge(), state.work().clocks(), at), end)
                : awake(id, at, List.of(end));
    }

    private List<TransitionEvent> score(ScoreRisk command) {
        return state instanceof NotStarted
                        || isVoid()
                        || command.lace().equals(state.work().lace())
                ? List.of()
                : List.of(new RiskScored(command.transition(), command.lace(), command.at()));
    }

    private boolean isVoid() {
        return state instanceof TransitionState.TakenBack;
    }

    /** A contact or visit may be timely by the old clocks and late by the new ones, or the other way round. */
    private List<TransitionEvent> restated(TransitionId id, Discharge discharge, Clocks clocks) {
        Casework moved = state.work().discharged(discharge, clocks);
        List<TransitionEvent> events = new ArrayList<>();
        ContactMade contact = moved.contact();
        if (contact != null) {
            boolean timely = Timely.contact(moved, contact.occurredAt(), zone);
            if (timely != contact.timely()) {
                events.add(new ContactMade(id, contact.attempt(), timely, clocks.rule(), contact.occurredAt()));
            }
        }
        VisitKept visit = moved.visit();
        if (visit != null) {
            boolean timely = Timely.visit(moved, visit.occurredAt(), zone);
            if (timely != visit.timely()) {
                events.add(new VisitKept(id, timely, clocks.rule(), visit.occurredAt()));
            }
        }
        return events;
    }

    /** Something new happened: whatever slept comes back. */
    private List<TransitionEvent> awake(TransitionId id, Instant at, List<TransitionEvent> events) {
        List<TransitionEvent> all = new ArrayList<>(events);
        if (state.work().snooze() != null) {
            all.add(new Unsnoozed(id, at));
        }
        return List.copyOf(all);
    }
}
