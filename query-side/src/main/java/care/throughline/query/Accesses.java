package care.throughline.query;

import java.util.Collection;

/**
 * Hears from every query whose data its answer shows; infra records it, once per request, before the answer leaves. An
 * answer of a route that shows people does not leave unless somebody said so here.
 */
@FunctionalInterface
public interface Accesses {

    /** The answer shows what is known of these records, each the value of a {@link care.throughline.events.PatientId}; it
     * may be nobody.
     *
     * @throws IllegalStateException if there is no request: nobody would be known to look
     */
    void shows(Collection<String> patients);
}
