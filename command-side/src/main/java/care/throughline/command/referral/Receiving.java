package care.throughline.command.referral;

import care.throughline.command.Rejected;
import care.throughline.command.referral.ReferralCommand.EndByDeath;
import care.throughline.command.referral.ReferralCommand.FromAsker;
import care.throughline.command.referral.ReferralCommand.FromRequester;
import care.throughline.command.referral.ReferralCommand.Receive;
import care.throughline.command.referral.ReferralCommand.RequestCancellation;
import care.throughline.command.referral.ReferralCommand.Withdraw;
import care.throughline.events.Personal;
import care.throughline.events.referral.Due;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.ReferralEvent.Drafted;
import care.throughline.events.referral.ReferralEvent.Offered;
import care.throughline.events.referral.ReferralEvent.Received;
import care.throughline.events.referral.Wait;
import java.util.List;
import java.util.Set;

/** What somebody else may do who asks something of us, and what follows. */
record Receiving(ReferralState state, Moment now) {

    List<ReferralEvent> decide(FromAsker command) {
        return switch (command) {
            case Receive receive -> receive(receive);
            case Withdraw withdraw -> withdraw(withdraw);
        };
    }

    /** What the desk may not do with a referral that is not its own to make. */
    static void refuse(ReferralState state, FromRequester command) {
        if (state.isAskedOfUs() && !(command instanceof EndByDeath)) {
            throw new Rejected(
                    "asked-of-us",
                    "Somebody else asks this of us. Accept it, or decline it with a reason; both are told to whoever asked.");
        }
    }

    private List<ReferralEvent> receive(Receive command) {
        if (!(state instanceof ReferralState.NotStarted)) {
            return List.of();
        }
        Due due = now.due(Wait.ANSWER, command.urgency(), command.at());
        return List.of(
                new Drafted(
                        command.referral(),
                        command.patient(),
                        command.kind(),
                        command.house().specialty(),
                        command.urgency(),
                        Personal.of(command.patient(), command.reason()),
                        Set.of(),
                        due,
                        command.at()),
                new Received(
                        command.referral(),
                        command.requester(),
                        Personal.of(command.patient(), command.number()),
                        command.at()),
                new Offered(
                        command.referral(),
                        command.house().performer(),
                        command.house().capacity(),
                        due,
                        command.at()));
    }

    /** Before we accepted, it is over at once; after, we confirm. */
    private List<ReferralEvent> withdraw(Withdraw command) {
        Refusals.known(state);
        return state instanceof ReferralState.Over
                ? List.of()
                : new Requesting(state, now)
                        .cancelled(new RequestCancellation(command.referral(), command.reason(), command.at()));
    }
}
