package care.throughline.query;

import care.throughline.events.Sensitivity;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Hears from every query whose data its answer shows; infra records it, once per request, before the answer leaves. An
 * answer of a route that shows people does not leave unless somebody said so here. Records are values of
 * {@link care.throughline.events.PatientId}.
 */
@FunctionalInterface
public interface Accesses {

    /** How a list calls somebody whose chart is closed to the viewer. */
    String CLOSED = "Restricted chart";

    /** The answer shows what is known of these records; it may be nobody.
     *
     * @throws ChartClosed if the chart of one of them is closed to the viewer
     * @throws IllegalStateException if there is no request: nobody would be known to look
     */
    void shows(Collection<String> patients);

    /** Those whose chart is closed to the viewer; a list may show that they exist, and no more. */
    default Set<String> closedAmong(Collection<String> patients) {
        return Set.of();
    }

    /** What of the labelled data of these people is sealed from the viewer.
     *
     * @throws org.springframework.web.server.ResponseStatusException 503 if the labels are not known up to now
     */
    default Sealed sealed(Collection<String> patients) {
        return Sealed.NOTHING;
    }

    /** What of anybody's labelled data is sealed from the viewer.
     *
     * @throws org.springframework.web.server.ResponseStatusException 503 if the labels are not known up to now
     */
    default Sealed sealed() {
        return Sealed.NOTHING;
    }

    /** Those of these labels of which the viewer may not even know where they are put, whoever's data it is. */
    default Set<Sensitivity> hidden(Collection<Sensitivity> labels) {
        return Set.copyOf(labels);
    }

    /** The notice that the law asks to go with what was shown so far, empty if none: for files, which travel on without headers. */
    default String notice() {
        return "";
    }

    /** The notice that goes with everybody's data at once: a file of all events names nobody, and may be about anybody. */
    default String noticeForAll() {
        return "";
    }

    /** The rows of a list, those of closed charts veiled, after telling whom the others show.
     *
     * @param records the records that a row speaks of
     * @param veil leaves of a row what may be known of a closed chart
     */
    default <R> List<R> veiled(List<R> rows, Function<R, List<String>> records, UnaryOperator<R> veil) {
        List<String> all =
                rows.stream().flatMap(row -> records.apply(row).stream()).toList();
        Set<String> closed = closedAmong(all);
        shows(all.stream().filter(patient -> !closed.contains(patient)).toList());
        return closed.isEmpty()
                ? rows
                : rows.stream()
                        .map(row -> records.apply(row).stream().anyMatch(closed::contains) ? veil.apply(row) : row)
                        .toList();
    }
}
