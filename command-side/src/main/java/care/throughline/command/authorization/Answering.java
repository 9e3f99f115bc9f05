package care.throughline.command.authorization;

import care.throughline.command.Rejected;
import care.throughline.command.authorization.AuthorizationCommand.Approve;
import care.throughline.command.authorization.AuthorizationCommand.ApprovePartly;
import care.throughline.command.authorization.AuthorizationCommand.DecideAppeal;
import care.throughline.command.authorization.AuthorizationCommand.Deny;
import care.throughline.command.authorization.AuthorizationCommand.FromPayer;
import care.throughline.command.authorization.AuthorizationCommand.Pend;
import care.throughline.command.authorization.AuthorizationCommand.Permit;
import care.throughline.command.authorization.AuthorizationState.Appealed;
import care.throughline.command.authorization.AuthorizationState.Decided;
import care.throughline.command.authorization.AuthorizationState.Open;
import care.throughline.command.rules.AppealLevel;
import care.throughline.events.Personal;
import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.authorization.AuthorizationEvent.AppealDecided;
import care.throughline.events.authorization.AuthorizationEvent.AppealFiled;
import care.throughline.events.authorization.AuthorizationEvent.Approved;
import care.throughline.events.authorization.AuthorizationEvent.Denied;
import care.throughline.events.authorization.AuthorizationEvent.PartlyApproved;
import care.throughline.events.authorization.AuthorizationEvent.Pended;
import care.throughline.events.authorization.Due;
import care.throughline.events.authorization.Grant;
import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Ruling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the payer may tell, and what follows. */
record Answering(AuthorizationState state, Moment now) {

    List<AuthorizationEvent> decide(FromPayer command) {
        return switch (command) {
            case Pend pend -> pend(pend);
            case Approve approve -> approve(approve);
            case ApprovePartly approve -> approve(approve);
            case Deny deny -> deny(deny);
            case DecideAppeal decide -> decideAppeal(decide);
        };
    }

    private List<AuthorizationEvent> pend(Pend command) {
        Open open = waiting(command.at());
        AuthorizationState.Pend before = open.pend();
        if (before != null && !before.answered() && before.missing().equals(command.missing())) {
            return List.of();
        }
        if (command.missing().isEmpty()) {
            throw new Rejected("missing-unsaid", "Say what the payer is missing.");
        }
        return List.of(new Pended(
                command.authorization(),
                command.missing(),
                words(command.words()),
                command.way(),
                now.information(open.asked(), command.at()),
                command.at()));
    }

    private List<AuthorizationEvent> approve(Approve command) {
        Grant grant = grant(command.permit());
        if (repeats(known -> known.whole() && grant.equals(known.grant()))) {
            return List.of();
        }
        Open open = waiting(command.at());
        if (grant.units() < open.asked().units()) {
            throw new Rejected("partly", "These are fewer than was asked. Record it as approved in part.");
        }
        Due due = now.use(open.asked(), grant, command.at());
        return List.of(new Approved(command.authorization(), grant, command.way(), due, command.at()));
    }

    private List<AuthorizationEvent> approve(ApprovePartly command) {
        Grant grant = grant(command.permit());
        if (repeats(known -> !known.whole() && grant.equals(known.grant()))) {
            return List.of();
        }
        Open open = waiting(command.at());
        if (command.cut().isEmpty()) {
            throw new Rejected("cut-unsaid", "Say what the payer has left out.");
        }
        return List.of(new PartlyApproved(
                command.authorization(),
                grant,
                command.cut(),
                words(command.words()),
                command.way(),
                firstAppeal(open.asked(), command.at()),
                command.at()));
    }

    private List<AuthorizationEvent> deny(Deny command) {
        if (repeats(known -> known.denial() == command.reason())) {
            return List.of();
        }
        Open open = waiting(command.at());
        return List.of(new Denied(
                command.authorization(),
                command.reason(),
                words(command.words()),
                command.way(),
                firstAppeal(open.asked(), command.at()),
                command.at()));
    }

    private List<AuthorizationEvent> decideAppeal(DecideAppeal command) {
        if (isKnown(command)) {
            return List.of();
        }
        if (!(state instanceof Appealed appealed) || appealed.level() != command.level()) {
            throw new Rejected("not-appealed", "No appeal at this level waits for a decision.");
        }
        Grant grant = granted(command);
        List<AuthorizationEvent> events = new ArrayList<>();
        Instant at = command.at();
        AppealLevel above =
                now.levelAbove(appealed.asked(), appealed.level(), at).orElse(null);
        boolean forwarded = command.ruling() != Ruling.OVERTURNED && above != null && above.forwarded();
        Due due = forwarded ? null : due(command, appealed, grant);
        Personal<String> words = words(command.words());
        events.add(new AppealDecided(
                command.authorization(), command.level(), command.ruling(), grant, words, command.way(), due, at));
        if (forwarded && above != null) {
            Due next = now.appealDecision(appealed.asked(), above, Priority.STANDARD, at);
            int level = command.level() + 1;
            events.add(new AppealFiled(
                    command.authorization(), level, Priority.STANDARD, true, words, command.way(), next, at));
        }
        return events;
    }

    private boolean isKnown(DecideAppeal command) {
        Verdict known = state instanceof Decided decided
                ? decided.verdict()
                : state instanceof Appealed appealed ? appealed.against() : null;
        return known != null && known.level() == command.level() && known.ruling() == command.ruling();
    }

    /** Overturned is for use, all else is for the next appeal; what was granted stays for use where there is none. */
    private @Nullable Due due(DecideAppeal command, Appealed appealed, @Nullable Grant grant) {
        Grant stands = grant == null ? appealed.against().grant() : grant;
        Due use = stands == null ? null : now.use(appealed.asked(), stands, command.at());
        return command.ruling() == Ruling.OVERTURNED
                ? use
                : now.appeal(appealed.asked(), appealed.level(), command.at()).orElse(use);
    }

    private @Nullable Grant granted(DecideAppeal command) {
        Permit permit = command.permit();
        if (command.ruling() == Ruling.UPHELD) {
            return null;
        }
        if (permit == null) {
            throw new Rejected("grant-missing", "Say what is granted now: its number, its days and how many.");
        }
        return grant(permit);
    }

    private Due firstAppeal(Asked asked, Instant at) {
        return now.appeal(asked, 0, at).orElseThrow(() -> new IllegalStateException("every program has an appeal"));
    }

    private Open waiting(Instant at) {
        Open open = Refusals.undecided(state);
        Refusals.notBefore(open.asked().at(), at);
        return open;
    }

    private boolean repeats(Predicate<Verdict> same) {
        return state instanceof Decided decided && same.test(decided.verdict());
    }

    private Grant grant(Permit permit) {
        if (permit.until().isBefore(permit.from())) {
            throw new Rejected("days-reversed", "The last day lies before the first.");
        }
        if (state instanceof AuthorizationState.NotStarted) {
            throw Refusals.unknown();
        }
        return new Grant(words(permit.number()), permit.from(), permit.until(), permit.units());
    }

    private Personal<String> words(String text) {
        return Personal.of(state.asked().patient(), text);
    }
}
