package care.throughline.command.rules;

import care.throughline.events.RuleRef;
import care.throughline.events.authorization.Priority;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a payer of one program may take, and what can be done against it.
 *
 * @param decision until it has decided
 * @param pend what follows when it asks for more
 * @param appeals the levels, from the first
 */
public record PayerClocks(
        RuleRef rule, Map<Priority, Span> decision, Map<Priority, Pending> pend, List<AppealLevel> appeals) {

    /** How long the payer may take. */
    public Span decision(Priority priority) {
        return known(decision.get(priority));
    }

    public Pending pend(Priority priority) {
        return known(pend.get(priority));
    }

    /** The level, counted from 1, or empty if there is none above the one before. */
    public Optional<AppealLevel> appeal(int level) {
        return level <= appeals.size() ? Optional.of(appeals.get(level - 1)) : Optional.empty();
    }

    static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "a pack says it for every priority, or it is not read");
    }
}
