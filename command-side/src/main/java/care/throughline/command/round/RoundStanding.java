package care.throughline.command.round;

import care.throughline.events.StaffId;
import care.throughline.events.round.RoundAct;
import care.throughline.events.round.RoundOutcome;
import care.throughline.events.round.WorkItemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a round is.
 *
 * @param at the moment that all its acts carry, which tells them from others
 * @param outcomes null until every line was tried
 */
record RoundStanding(
        RoundAct act,
        List<WorkItemId> items,
        @Nullable StaffId coordinator,
        @Nullable Instant until,
        Instant at,
        @Nullable List<RoundOutcome> outcomes,
        boolean undone) {

    /** The lines that were done, none while it goes on. */
    List<WorkItemId> done() {
        return outcomes == null
                ? List.of()
                : outcomes.stream()
                        .filter(RoundOutcome::wasDone)
                        .map(RoundOutcome::item)
                        .toList();
    }

    RoundStanding finished(List<RoundOutcome> told) {
        return new RoundStanding(act, items, coordinator, until, at, told, undone);
    }

    RoundStanding takenBack() {
        return new RoundStanding(act, items, coordinator, until, at, outcomes, true);
    }
}
