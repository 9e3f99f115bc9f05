package care.throughline.events.round;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a round; what it does with each line are events of the line's own. */
public sealed interface RoundEvent extends DomainEvent {

    RoundId round();

    StaffId by();

    /**
     * Somebody chose lines and what is to be done with each.
     *
     * @param coordinator who becomes accountable, null if nobody does
     * @param until when the lines come back, null if they do not go
     */
    @EventName("round.RoundBegun")
    record RoundBegun(
            RoundId round,
            StaffId by,
            RoundAct act,
            List<WorkItemId> items,
            @Nullable StaffId coordinator,
            @Nullable Instant until,
            Instant occurredAt)
            implements RoundEvent {}

    /** Every line was tried; {@code outcomes} in the order in which they were chosen. */
    @EventName("round.RoundFinished")
    record RoundFinished(RoundId round, StaffId by, List<RoundOutcome> outcomes, Instant occurredAt)
            implements RoundEvent {}

    /** What was done was taken back, as far as nothing had happened since. */
    @EventName("round.RoundUndone")
    record RoundUndone(RoundId round, StaffId by, List<RoundOutcome> outcomes, Instant occurredAt)
            implements RoundEvent {}
}
