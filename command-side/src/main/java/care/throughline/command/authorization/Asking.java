package care.throughline.command.authorization;

import care.throughline.command.Rejected;
import care.throughline.command.authorization.AuthorizationCommand.AcceptDecision;
import care.throughline.command.authorization.AuthorizationCommand.FileAppeal;
import care.throughline.command.authorization.AuthorizationCommand.FromUs;
import care.throughline.command.authorization.AuthorizationCommand.RecordExpiry;
import care.throughline.command.authorization.AuthorizationCommand.Request;
import care.throughline.command.authorization.AuthorizationCommand.SendInformation;
import care.throughline.command.authorization.AuthorizationCommand.Wish;
import care.throughline.command.authorization.AuthorizationCommand.Withdraw;
import care.throughline.command.authorization.AuthorizationState.Appealed;
import care.throughline.command.authorization.AuthorizationState.Decided;
import care.throughline.command.authorization.AuthorizationState.Gone;
import care.throughline.command.authorization.AuthorizationState.NotStarted;
import care.throughline.command.authorization.AuthorizationState.Open;
import care.throughline.command.authorization.AuthorizationState.Pend;
import care.throughline.command.authorization.AuthorizationState.RanOut;
import care.throughline.command.rules.AppealLevel;
import care.throughline.events.Personal;
import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.authorization.AuthorizationEvent.AppealFiled;
import care.throughline.events.authorization.AuthorizationEvent.DecisionAccepted;
import care.throughline.events.authorization.AuthorizationEvent.Expired;
import care.throughline.events.authorization.AuthorizationEvent.InformationSent;
import care.throughline.events.authorization.AuthorizationEvent.Requested;
import care.throughline.events.authorization.AuthorizationEvent.Withdrawn;
import care.throughline.events.authorization.Due;
import care.throughline.events.authorization.Grant;
import java.util.List;

/** What we may do, and what follows. */
record Asking(AuthorizationState state, Moment now) {

    List<AuthorizationEvent> decide(FromUs command) {
        return switch (command) {
            case Request request -> request(request);
            case SendInformation send -> send(send);
            case FileAppeal file -> file(file);
            case AcceptDecision accept -> accept(accept);
            case Withdraw withdraw -> withdraw(withdraw);
            case RecordExpiry expiry -> expire(expiry);
        };
    }

    private List<AuthorizationEvent> request(Request command) {
        Wish wish = command.wish();
        Asked wanted = new Asked(
                command.patient(), wish.specialty(), wish.program(), wish.priority(), wish.units(), command.at());
        if (!(state instanceof NotStarted)) {
            return Refusals.sameRequest(state.asked(), wanted);
        }
        return List.of(new Requested(
                command.authorization(),
                command.patient(),
                command.referral(),
                wish.specialty(),
                Personal.of(command.patient(), wish.service()),
                wish.units(),
                Personal.of(command.patient(), wish.payer()),
                wish.program(),
                wish.priority(),
                command.way(),
                now.decision(wanted),
                command.at()));
    }

    private List<AuthorizationEvent> send(SendInformation command) {
        Open open = Refusals.undecided(state);
        Pend pend = open.pend();
        if (pend == null) {
            throw new Rejected("not-pended", "The payer has not asked for anything more.");
        }
        if (pend.answered()) {
            return List.of();
        }
        Refusals.notBefore(pend.at(), command.at());
        return List.of(new InformationSent(
                command.authorization(),
                words(command.words()),
                command.way(),
                now.resumed(open.asked(), open.decision(), pend, command.at()),
                command.at()));
    }

    private List<AuthorizationEvent> file(FileAppeal command) {
        if (state instanceof Appealed appealed) {
            if (command.level() <= appealed.level()) {
                return List.of();
            }
            throw new Rejected("appeal-undecided", "The appeal before is not decided yet.");
        }
        Decided decided = Refusals.decided(state);
        if (command.level() <= decided.verdict().level()) {
            return List.of();
        }
        Refusals.against(decided.verdict());
        AppealLevel level = now.levelAbove(decided.asked(), decided.verdict().level(), command.at())
                .filter(above -> command.level() == decided.verdict().level() + 1)
                .orElseThrow(() -> new Rejected("no-such-level", "There is no appeal at this level after the last."));
        return List.of(new AppealFiled(
                command.authorization(),
                command.level(),
                command.priority(),
                false,
                words(command.grounds()),
                command.way(),
                now.appealDecision(decided.asked(), level, command.priority(), command.at()),
                command.at()));
    }

    private List<AuthorizationEvent> accept(AcceptDecision command) {
        Verdict verdict = Refusals.decided(state).verdict();
        if (verdict.stands()) {
            return List.of();
        }
        Refusals.against(verdict);
        Grant grant = verdict.grant();
        Due due = grant == null ? null : now.use(state.asked(), grant, command.at());
        return List.of(new DecisionAccepted(command.authorization(), words(command.reason()), due, command.at()));
    }

    private List<AuthorizationEvent> withdraw(Withdraw command) {
        return switch (state) {
            case NotStarted none -> throw Refusals.unknown();
            case Gone gone -> List.of();
            case RanOut over -> throw Refusals.over();
            case Decided decided -> given(decided.verdict(), command);
            case Open open -> withdrawn(command);
            case Appealed appealed -> withdrawn(command);
        };
    }

    private List<AuthorizationEvent> given(Verdict verdict, Withdraw command) {
        if (verdict.grant() == null) {
            throw new Rejected("nothing-granted", "Nothing is granted. Let the decision stand instead.");
        }
        return withdrawn(command);
    }

    private List<AuthorizationEvent> withdrawn(Withdraw command) {
        return List.of(new Withdrawn(command.authorization(), words(command.reason()), command.at()));
    }

    private List<AuthorizationEvent> expire(RecordExpiry command) {
        if (state instanceof RanOut) {
            return List.of();
        }
        Grant grant = Refusals.decided(state).verdict().grant();
        if (grant == null || !grant.until().isBefore(now.today())) {
            throw new Rejected("not-run-out", "Nothing that was approved has run out.");
        }
        return List.of(new Expired(command.authorization(), command.at()));
    }

    private Personal<String> words(String text) {
        return Personal.of(state.asked().patient(), text);
    }
}
