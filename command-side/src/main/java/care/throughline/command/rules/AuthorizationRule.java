package care.throughline.command.rules;

import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Program;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How fast payers have to decide, and what can be done against it, by program. */
record AuthorizationRule(
        String id, LocalDate from, @Nullable LocalDate to, String source, Map<Program, Terms> programs)
        implements Dated {

    /** One program's; its own source names the sections. */
    record Terms(String source, Map<Priority, Span> decision, Map<Priority, Pending> pend, List<AppealLevel> appeals) {}

    @Override
    public @Nullable String fault() {
        return Arrays.stream(Program.values())
                .filter(program -> !isWhole(programs.get(program)))
                .map(program -> "programs must say source, decision, pend and appeals for " + program
                        + ", each for every priority")
                .findFirst()
                .orElse(null);
    }

    private static boolean isWhole(@Nullable Terms terms) {
        return terms != null
                && Faults.missing(terms) == null
                && !terms.source().isBlank()
                && isWhole(terms.decision())
                && isWhole(terms.pend())
                && terms.pend().values().stream().allMatch(pending -> Faults.missing(pending) == null)
                && !terms.appeals().isEmpty()
                && terms.appeals().stream().allMatch(level -> Faults.missing(level) == null && isWhole(level.decide()));
    }

    private static boolean isWhole(Map<Priority, ?> values) {
        return values.size() == Priority.values().length;
    }
}
