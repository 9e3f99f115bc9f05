package care.throughline.command.authorization;

import care.throughline.command.authorization.AuthorizationCommand.FromPayer;
import care.throughline.command.authorization.AuthorizationCommand.FromUs;
import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.authorization.AuthorizationEvent.AppealDecided;
import care.throughline.events.authorization.AuthorizationEvent.AppealFiled;
import care.throughline.events.authorization.AuthorizationEvent.Approved;
import care.throughline.events.authorization.AuthorizationEvent.DecisionAccepted;
import care.throughline.events.authorization.AuthorizationEvent.Denied;
import care.throughline.events.authorization.AuthorizationEvent.Expired;
import care.throughline.events.authorization.AuthorizationEvent.InformationSent;
import care.throughline.events.authorization.AuthorizationEvent.PartlyApproved;
import care.throughline.events.authorization.AuthorizationEvent.Pended;
import care.throughline.events.authorization.AuthorizationEvent.Requested;
import care.throughline.events.authorization.AuthorizationEvent.Withdrawn;
import care.throughline.events.authorization.Due;
import care.throughline.events.authorization.Missing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an authorization knows when it decides. */
sealed interface AuthorizationState {

    record NotStarted() implements AuthorizationState {}

    /** The payer has not decided; {@code decision} is its clock, as it was when it last ran. */
    record Open(Asked asked, Due decision, @Nullable Pend pend) implements AuthorizationState {}

    /** The payer asked for more; {@code answered} once it was sent. */
    record Pend(Set<Missing> missing, Instant at, boolean answered) {}

    /** The payer has decided, perhaps on appeals, too. */
    record Decided(Asked asked, Verdict verdict) implements AuthorizationState {}

    /** An appeal at this level waits for its decision. */
    record Appealed(Asked asked, Verdict against, int level) implements AuthorizationState {}

    record RanOut(Asked asked) implements AuthorizationState {}

    record Gone(Asked asked) implements AuthorizationState {}

    /**
     * What comes of a command: nothing if it repeats what is known.
     *
     * @throws care.throughline.command.Rejected if the rules say no
     */
    default List<AuthorizationEvent> decide(AuthorizationCommand command, Moment now) {
        now.happened(command.at());
        return switch (command) {
            case FromUs ours -> new Asking(this, now).decide(ours);
            case FromPayer theirs -> new Answering(this, now).decide(theirs);
        };
    }

    default AuthorizationState evolve(AuthorizationEvent event) {
        return switch (event) {
            case Requested told -> new Open(Asked.of(told), told.due(), null);
            case Pended told -> pended(new Pend(told.missing(), told.occurredAt(), false));
            case InformationSent told -> answered(told.due());
            case Approved told -> new Decided(asked(), Verdict.of(told));
            case PartlyApproved told -> new Decided(asked(), Verdict.of(told));
            case Denied told -> new Decided(asked(), Verdict.of(told));
            case AppealFiled told -> new Appealed(asked(), verdict(), told.level());
            case AppealDecided told -> new Decided(asked(), verdict().after(told));
            case DecisionAccepted told -> new Decided(asked(), verdict().accepted());
            case Expired told -> new RanOut(asked());
            case Withdrawn told -> new Gone(asked());
        };
    }

    /** What was asked.
     *
     * @throws IllegalStateException if nothing was
     */
    default Asked asked() {
        return switch (this) {
            case NotStarted none ->
                throw new IllegalStateException("an authorization is requested before anything else");
            case Open open -> open.asked();
            case Decided decided -> decided.asked();
            case Appealed appealed -> appealed.asked();
            case RanOut over -> over.asked();
            case Gone over -> over.asked();
        };
    }

    /** What stands of the payer's decisions.
     *
     * @throws IllegalStateException if it has not decided
     */
    private Verdict verdict() {
        return switch (this) {
            case Decided decided -> decided.verdict();
            case Appealed appealed -> appealed.against();
            case NotStarted none -> throw undecided();
            case Open open -> throw undecided();
            case RanOut over -> throw undecided();
            case Gone over -> throw undecided();
        };
    }

    private static IllegalStateException undecided() {
        return new IllegalStateException("only a decision can be appealed");
    }

    private AuthorizationState pended(Pend pend) {
        return this instanceof Open open ? new Open(open.asked(), open.decision(), pend) : this;
    }

    private AuthorizationState answered(Due decision) {
        return this instanceof Open open && open.pend() != null
                ? new Open(
                        open.asked(),
                        decision,
                        new Pend(open.pend().missing(), open.pend().at(), true))
                : this;
    }
}
