package care.throughline.infra.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom the answer to one request shows, as far as the queries have told; used by one thread after the other. */
final class Showing {

    static final String KEY = Showing.class.getName();

    private final Set<String> patients = new LinkedHashSet<>();
    private @Nullable Map<String, String> viewer;
    private boolean settled;

    /** A query told whom it shows, to this viewer. */
    synchronized void add(Collection<String> more, Map<String, String> to) {
        if (settled && !patients.containsAll(more)) {
            throw new IllegalStateException("whom an answer shows must be told before its first byte leaves");
        }
        patients.addAll(more);
        viewer = to;
    }

    /** Who looks, null as long as no query told whom it shows. */
    synchronized @Nullable Map<String, String> viewer() {
        return viewer;
    }

    synchronized Set<String> patients() {
        return Set.copyOf(patients);
    }

    /** From now on nobody can be added. */
    synchronized void settle() {
        settled = true;
    }
}
