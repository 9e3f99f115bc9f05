package care.throughline.infra.access;

import care.throughline.infra.actor.CurrentActor;
import care.throughline.query.Accesses;
import java.util.Collection;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Gathers whom the queries of the current request show; {@link AccessFilter} records it. */
final class AccessesOfRequest implements Accesses {

    private final CurrentActor actor;

    AccessesOfRequest(CurrentActor actor) {
        this.actor = actor;
    }

    @Override
    public void shows(Collection<String> patients) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(Showing.KEY, RequestAttributes.SCOPE_REQUEST) instanceof Showing showing) {
            showing.add(patients, actor.metadata());
        } else {
            throw new IllegalStateException(
                    "personal data is read for a request that is recorded, and for nothing else");
        }
    }
}
