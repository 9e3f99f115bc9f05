package care.throughline.infra.access;

import care.throughline.infra.security.Access;
import care.throughline.infra.security.Access.Decision;
import care.throughline.infra.security.RouteAuthorization;
import care.throughline.query.Sealed;
import care.throughline.query.segments.Owner;
import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.Optional;

/** What the one decision says about labelled data, owner by owner. */
record Verdicts(List<Verdict> all) {

    record Verdict(Owner owner, Decision decision) {}

    /** Asks about each, with the question of this request; without one there is no answer but no. */
    static Verdicts on(ServletRequest request, List<Owner> owners) {
        return on(RouteAuthorization.questionOf(request), owners);
    }

    /** Asks about each, with this question; without one there is no answer but no. */
    static Verdicts on(Optional<Access.Question> question, List<Owner> owners) {
        return new Verdicts(owners.stream()
                .map(owner -> new Verdict(
                        owner,
                        question.map(asked -> Access.decide(asked.about(labelled(owner))))
                                .orElseGet(() -> new Decision.Deny("not-signed-in"))))
                .toList());
    }

    Sealed sealed() {
        return new Sealed(owners(Decision.Deny.class), owners(Decision.Redact.class));
    }

    private List<String> owners(Class<? extends Decision> decided) {
        return all.stream()
                .filter(verdict -> decided.isInstance(verdict.decision()))
                .map(verdict -> verdict.owner().owner())
                .toList();
    }

    private static Access.Labelled labelled(Owner owner) {
        return new Access.Labelled(
                owner.label(), !owner.consents().isEmpty(), owner.related(), owner.own(), owner.emergency());
    }
}
