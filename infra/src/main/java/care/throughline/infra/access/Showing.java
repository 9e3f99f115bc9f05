package care.throughline.infra.access;

import jakarta.servlet.ServletRequest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whom the answer to one request shows, as far as the queries have told; used by one thread after the other. */
final class Showing {

    static final String KEY = Showing.class.getName();

    private final Set<String> patients = new LinkedHashSet<>();
    private final Set<String> because = new TreeSet<>();
    private @Nullable Map<String, String> viewer;
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

    /** Why it is shown: broken glass says more than a care relationship, and that more than a role. */
    synchronized String why() {
        return because.stream().reduce((care, glass) -> glass).orElse("role-allows");
    }

    synchronized Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** From now on nobody can be added. */
    synchronized void settle() {
        settled = true;
    }
}
