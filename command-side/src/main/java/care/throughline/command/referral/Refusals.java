package care.throughline.command.referral;

import care.throughline.command.Rejected;
import care.throughline.command.Visit;
import care.throughline.command.referral.ReferralState.Held;
import care.throughline.command.referral.ReferralState.NotStarted;
import care.throughline.command.referral.ReferralState.Open;
import care.throughline.command.referral.ReferralState.Over;
import care.throughline.command.referral.Request.Answer;
import care.throughline.events.PerformerId;
import care.throughline.events.Sensitivity;
import care.throughline.events.referral.ReferralStatus;
import java.util.Set;

/** Says no in a sentence that tells either side what to do instead. */
final class Refusals {

    private Refusals() {}

    /** Refuses what was told of a version that is not the present one. */
    static void unchanged(long version, long known) {
        if (version != known) {
            throw new Rejected(
                    "referral-outdated", "This referral has changed meanwhile. Read it again before you update it.");
        }
    }

    /** The state, if there is such a referral. */
    static ReferralState known(ReferralState state) {
        if (state instanceof NotStarted) {
            throw new Rejected("referral-unknown", "There is no such referral.");
        }
        return state;
    }

    /** The state, if something can still happen in it. */
    static ReferralState running(ReferralState state) {
        return switch (state) {
            case NotStarted none -> throw new Rejected("referral-unknown", "There is no such referral.");
            case Open open -> open;
            case Held held -> held;
            case Over over ->
                throw new Rejected(
                        "referral-over",
                        over.how() == ReferralStatus.CLOSED
                                ? "This referral is closed: its result was read."
                                : "This referral was cancelled; nothing is expected any more.");
        };
    }

    /** Of whom its appointment is, and when, if there is one; also of a referral that is over. */
    static Visit visit(ReferralState state, Set<Sensitivity> labels) {
        if (state instanceof NotStarted) {
            running(state);
        }
        boolean scheduled = state.status() == ReferralStatus.SCHEDULED;
        return new Visit(
                state.request().patient(),
                scheduled && state instanceof Held held ? held.hold().startsAt() : null,
                labels);
    }

    /** The state, if somebody has accepted. */
    static Held held(ReferralState state) {
        if (running(state) instanceof Held held) {
            return held;
        }
        throw new Rejected("not-accepted", "Nobody has accepted this referral yet, so the patient is still with you.");
    }

    /** The state, if it is this performer who accepted. */
    static Held heldBy(PerformerId performer, ReferralState state) {
        if (running(state) instanceof Held held) {
            if (held.hold().performer().equals(performer)) {
                return held;
            }
            throw taken();
        }
        throw new Rejected("not-accepted", "Accept this referral first.");
    }

    /** The state, if this performer was asked and has not answered. */
    static Open askedOf(PerformerId performer, ReferralState state) {
        if (running(state) instanceof Open open && open.request().is(performer, Answer.ASKED)) {
            return open;
        }
        if (state instanceof Held) {
            throw taken();
        }
        throw new Rejected(
                "not-asked", "This referral was not offered to this performer, or it has declined it already.");
    }

    private static Rejected taken() {
        return new Rejected(
                "taken-by-another",
                "Another performer accepted this referral first. Nothing is expected of you any more. Thank you.");
    }
}
