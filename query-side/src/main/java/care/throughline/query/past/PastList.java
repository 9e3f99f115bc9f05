package care.throughline.query.past;

import java.time.LocalDate;
import java.util.List;

/**
 * A list of people at work, the worklist or the board, at two moments.
 *
 * @param <T> what it consists of
 */
public record PastList<T>(Side<T> then, Side<T> beside, List<Difference> differences) {

    /**
     * What the page showed.
     *
     * @param today the day in the organisation's zone by which it was judged
     */
    public record Side<T>(Then then, LocalDate today, T shown) {}
}
