package care.throughline.command.transition;

import care.throughline.command.Rejected;
import care.throughline.command.transition.TransitionCommand.Snooze;
import care.throughline.command.transition.TransitionCommand.TakeBackSnooze;
import care.throughline.command.transition.TransitionCommand.Unsnooze;
import care.throughline.events.Personal;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.events.transition.TransitionEvent.Snoozed;
import care.throughline.events.transition.TransitionEvent.Unsnoozed;
import java.util.List;

/** Putting a transition aside until later, and taking that back. */
final class Waiting {

    private Waiting() {}

    static List<TransitionEvent> snooze(Snooze command, Casework work, Guards guards) {
        if (work.isSnoozedSince(command.at())) {
            return List.of();
        }
        Guards.reason(command.reason(), "Say why this can wait.");
        guards.future(command.until(), "Choose a time in the future for this to come back.");
        Personal<String> reason = Personal.of(work.discharge().patient(), command.reason());
        Snoozed known = work.snooze();
        boolean same = known != null
                && known.until().equals(command.until())
                && known.reason().equals(reason);
        return same ? List.of() : List.of(new Snoozed(command.transition(), command.until(), reason, command.at()));
    }

    static List<TransitionEvent> wake(Unsnooze command, Casework work) {
        return work.snooze() == null ? List.of() : List.of(new Unsnoozed(command.transition(), command.at()));
    }

    static List<TransitionEvent> takeBack(TakeBackSnooze command, Casework work) {
        if (!work.isSnoozedSince(command.snoozedAt())) {
            throw new Rejected("happened-since", "Something has happened since, so it stays as it is.");
        }
        if (work.snoozedInPlace()) {
            throw new Rejected("snoozed-before", "It was snoozed already before, so it stays snoozed.");
        }
        return List.of(new Unsnoozed(command.transition(), command.at()));
    }
}
