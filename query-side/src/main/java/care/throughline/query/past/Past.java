package care.throughline.query.past;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Read models as they stood once: their events are applied again, by their own projections, to tables that nobody else
 * sees and that are gone afterwards. Infra provides it.
 */
public interface Past {

    /** The names of the events that the projection of this read model handles. */
    List<String> eventsOf(String readModel);

    /** Goes there and comes back with what was seen; at most a few do at a time, others wait.
     *
     * @param look must return values, nothing that would read later
     */
    <T> T visit(Function<Visit, T> look);

    /** A stay in the past. */
    interface Visit {

        /** Applies the events at these ascending positions to the read model, which is empty at first. */
        void apply(String readModel, List<Long> positions);

        /** Statements that name a read model applied here mean its past; those of all others mean what serves now. */
        JdbcClient tables();
    }
}
