package care.throughline.query.authorizations;

import care.throughline.events.authorization.AuthorizationStatus;
import java.util.List;

/** What the board shows: a lane for every state in which somebody has to act, and below them what was approved. */
public record BoardPage(ShowAuthorizations asked, List<Authorization> all, AuthorizationView view) {

    private static final List<AuthorizationStatus> LANES = List.of(
            AuthorizationStatus.PENDED,
            AuthorizationStatus.DENIED,
            AuthorizationStatus.PARTLY_APPROVED,
            AuthorizationStatus.REQUESTED,
            AuthorizationStatus.APPEALED);

    /** Where it is our turn first. */
    public List<AuthorizationStatus> lanes() {
        return LANES;
    }

    /** What can be used. */
    public List<Authorization> approved() {
        return in(AuthorizationStatus.APPROVED);
    }

    /** What waits for something in this state. */
    public List<Authorization> in(AuthorizationStatus status) {
        return all.stream()
                .filter(one -> one.status() == status && !one.isOver())
                .toList();
    }

    public List<Authorization> over() {
        return all.stream().filter(Authorization::isOver).toList();
    }

    public long late() {
        return all.stream().filter(one -> one.isLate(asked.now())).count();
    }
}
