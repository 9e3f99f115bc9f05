package care.throughline.command.referral;

import care.throughline.command.Rejected;
import care.throughline.command.referral.ReferralCommand.AcknowledgeEnd;
import care.throughline.command.referral.ReferralCommand.OnTheDesk;
import care.throughline.command.referral.ReferralCommand.TakeBackSnooze;
import care.throughline.command.referral.ReferralCommand.Unsnooze;
import care.throughline.events.Personal;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.ReferralEvent.EndAcknowledged;
import care.throughline.events.referral.ReferralEvent.Snoozed;
import care.throughline.events.referral.ReferralEvent.Unsnoozed;
import java.util.List;

/** What the requester does with a referral on the desk alone, and what follows. */
record PuttingAside(ReferralState state, Moment now) {

    List<ReferralEvent> decide(OnTheDesk command) {
        return switch (command) {
            case ReferralCommand.Snooze snooze -> snooze(snooze);
            case Unsnooze wake -> wake(wake);
            case TakeBackSnooze back -> takeBack(back);
            case AcknowledgeEnd read -> acknowledge(read);
        };
    }

    private List<ReferralEvent> snooze(ReferralCommand.Snooze command) {
        Request request = Refusals.running(state).request();
        if (state.isSnoozedSince(command.at())) {
            return List.of();
        }
        if (now.hasCome(command.until())) {
            throw new Rejected("in-the-past", "Choose a time in the future for this to come back.");
        }
        Personal<String> reason = Personal.of(request.patient(), command.reason());
        Snooze known = state.snooze();
        return known != null && known.is(command.until(), reason)
                ? List.of()
                : List.of(new Snoozed(command.referral(), command.until(), reason, command.at()));
    }

    private List<ReferralEvent> wake(Unsnooze command) {
        return state.snooze() == null ? List.of() : List.of(new Unsnoozed(command.referral(), command.at()));
    }

    private List<ReferralEvent> takeBack(TakeBackSnooze command) {
        Snooze known = state.snooze();
        if (known == null || !known.at().equals(command.snoozedAt())) {
            throw new Rejected("happened-since", "Something has happened since, so it stays as it is.");
        }
        if (known.inPlace()) {
            throw new Rejected("snoozed-before", "It was snoozed already before, so it stays snoozed.");
        }
        return List.of(new Unsnoozed(command.referral(), command.at()));
    }

    private List<ReferralEvent> acknowledge(AcknowledgeEnd command) {
        if (state instanceof ReferralState.NotStarted) {
            throw new Rejected("referral-unknown", "There is no such referral.");
        }
        return switch (state.request().end()) {
            case READ -> List.of();
            case UNREAD -> List.of(new EndAcknowledged(command.referral(), command.at()));
            case NONE -> throw new Rejected("not-ended-by-death", "No death has ended this referral.");
        };
    }
}
