package care.throughline.infra.access;

import care.throughline.infra.security.Access;
import jakarta.servlet.ServletRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom the answer to one request shows, as far as the queries have told; used by one thread after the other. */
final class Showing {

    static final String KEY = Showing.class.getName();

    private final Set<String> patients = new LinkedHashSet<>();
    private final Set<String> because = new HashSet<>();
    private @Nullable Map<String, String> viewer;
    private @Nullable Disclosed disclosed;
    private @Nullable String refusal;
    private boolean settled;

    /** That of this request.
     *
     * @throws IllegalStateException if the request is not recorded
     */
    static Showing of(ServletRequest request) {
        if (request.getAttribute(KEY) instanceof Showing showing) {
            return showing;
        }
        throw new IllegalStateException("personal data is read for a request that is recorded, and for nothing else");
    }

    /** A query told whom it shows, to this viewer. */
    synchronized void add(Collection<String> more, Map<String, String> to) {
        if (settled && !patients.containsAll(more)) {
            throw new IllegalStateException("whom an answer shows must be told before its first byte leaves");
        }
        patients.addAll(more);
        viewer = to;
    }

    /** One of them is shown for this reason, which the route alone would not have given. */
    synchronized void because(String why) {
        because.add(why);
    }

    /** Nothing is shown: the chart of one of these is closed to the viewer. */
    synchronized void refuse(String why, Collection<String> asked) {
        refusal = why;
        patients.clear();
        patients.addAll(asked);
    }

    /** Who looks, null as long as no query told whom it shows. */
    synchronized @Nullable Map<String, String> viewer() {
        return viewer;
    }

    synchronized Set<String> patients() {
        return Set.copyOf(patients);
    }

    /** Labelled data of some of them is shown. */
    synchronized void disclose(Disclosed labelled) {
        disclosed = disclosed == null ? labelled : disclosed.with(labelled);
        because.addAll(labelled.why());
    }

    /** What of labelled data is shown, if any is. */
    synchronized Optional<Disclosed> disclosed() {
        return Optional.ofNullable(disclosed);
    }

    /** Why it is shown, in the strongest of the reasons. */
    synchronized String why() {
        return Access.strongest(because);
    }

    synchronized Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** From now on nobody can be added. */
    synchronized void settle() {
        settled = true;
    }
}
