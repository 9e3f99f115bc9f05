package care.throughline.command.round;

import care.throughline.events.StaffId;
import care.throughline.events.round.RoundAct;
import care.throughline.events.round.RoundId;
import care.throughline.events.round.RoundOutcome;
import care.throughline.events.round.WorkItemId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of a round. */
public sealed interface RoundCommand {

    @TargetAggregateIdentifier
    RoundId round();

    StaffId by();

    /** Says what is to be done with which lines; the lines themselves hear of it by commands of their own. */
    record Begin(
            RoundId round,
            StaffId by,
            RoundAct act,
            List<WorkItemId> items,
            @Nullable StaffId coordinator,
            @Nullable Instant until,
            Instant at)
            implements RoundCommand {}

    /** Says what came of each line. */
    record Finish(RoundId round, StaffId by, List<RoundOutcome> outcomes, Instant at) implements RoundCommand {}

    /** Says what came of taking back each line that was done. */
    record Undo(RoundId round, StaffId by, List<RoundOutcome> outcomes, Instant at) implements RoundCommand {}

    /** Changes nothing; answers the {@link RoundStanding}, to whoever began the round. */
    record AskRound(RoundId round, StaffId by) implements RoundCommand {}
}
