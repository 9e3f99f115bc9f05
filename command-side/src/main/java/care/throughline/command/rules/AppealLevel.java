package care.throughline.command.rules;

import care.throughline.events.authorization.Priority;
import java.util.Map;

/**
 * One level of appeal.
 *
 * @param file how long after the notice of the decision before one may file
 * @param decide how long whoever decides may take
 * @param forwarded whether the level before sends it here by itself when it upholds its decision
 */
public record AppealLevel(String name, Span file, Map<Priority, Span> decide, boolean forwarded) {

    /** How long whoever decides may take. */
    public Span decide(Priority priority) {
        return PayerClocks.known(decide.get(priority));
    }
}
