package care.throughline.command.authorization;

import care.throughline.command.Rejected;
import care.throughline.command.authorization.AuthorizationState.Appealed;
import care.throughline.command.authorization.AuthorizationState.Decided;
import care.throughline.command.authorization.AuthorizationState.Gone;
import care.throughline.command.authorization.AuthorizationState.NotStarted;
import care.throughline.command.authorization.AuthorizationState.Open;
import care.throughline.command.authorization.AuthorizationState.RanOut;
import care.throughline.events.authorization.AuthorizationEvent;
import java.time.Instant;
import java.util.List;

/** Says no in a sentence that tells what to do instead. */
final class Refusals {

    private Refusals() {}

    static Rejected unknown() {
        return new Rejected("authorization-unknown", "There is no such authorization.");
    }

    static Rejected over() {
        return new Rejected("authorization-over", "What was approved has run out. Ask the payer anew.");
    }

    /** Nothing, if the same is asked again. */
    static List<AuthorizationEvent> sameRequest(Asked known, Asked wanted) {
        if (known.patient().equals(wanted.patient())
                && known.specialty() == wanted.specialty()
                && known.program() == wanted.program()
                && known.priority() == wanted.priority()
                && known.units() == wanted.units()) {
            return List.of();
        }
        throw new Rejected("authorization-present", "There is an authorization of this name already. Ask anew.");
    }

    /** The state, if the payer has still to decide. */
    static Open undecided(AuthorizationState state) {
        return switch (state) {
            case NotStarted none -> throw unknown();
            case Open open -> open;
            case Decided decided -> throw alreadyDecided();
            case Appealed appealed -> throw alreadyDecided();
            case RanOut over -> throw over();
            case Gone gone -> throw gone();
        };
    }

    /** The state, if the payer has decided, and on every appeal, too. */
    static Decided decided(AuthorizationState state) {
        return switch (state) {
            case NotStarted none -> throw unknown();
            case Open open -> throw new Rejected("not-decided", "The payer has not decided yet.");
            case Decided decided -> decided;
            case Appealed appealed ->
                throw new Rejected("appeal-undecided", "The appeal is not decided yet. Record its decision first.");
            case RanOut over -> throw over();
            case Gone gone -> throw gone();
        };
    }

    /** The verdict leaves something to appeal against. */
    static void against(Verdict verdict) {
        if (verdict.whole()) {
            throw new Rejected("granted", "All that was asked is granted; there is nothing to appeal against.");
        }
    }

    static void notBefore(Instant first, Instant then) {
        if (then.isBefore(first)) {
            throw new Rejected("out-of-order", "This cannot have happened before what it answers. Check the date.");
        }
    }

    private static Rejected alreadyDecided() {
        return new Rejected(
                "already-decided", "The payer has decided already. A decision on an appeal is recorded as such.");
    }

    private static Rejected gone() {
        return new Rejected("authorization-withdrawn", "This request was withdrawn. Ask the payer anew.");
    }
}
