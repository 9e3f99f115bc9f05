package care.throughline.command.retention;

import care.throughline.events.MessageId;
import care.throughline.events.StaffId;
import care.throughline.events.erasure.RecordClass;
import care.throughline.events.retention.RunId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of letting go of what is due. */
public sealed interface RetentionCommand {

    @TargetAggregateIdentifier
    RunId run();

    /**
     * Puts it forward.
     *
     * @param before what ended before this day is due by the schedule
     * @param source where the period comes from
     */
    record Propose(RunId run, RecordClass recordClass, LocalDate before, String source, StaffId by, Instant at)
            implements RetentionCommand {}

    record Withdraw(RunId run, StaffId by, Instant at) implements RetentionCommand {}

    /** A second person agrees; what follows cannot be undone. */
    record Approve(RunId run, StaffId by, Instant at) implements RetentionCommand {}

    /** Settles which texts go. */
    record LetGo(RunId run, Set<MessageId> messages, Instant at) implements RetentionCommand {}

    /** All are gone that may. */
    record Complete(RunId run, int held, Instant at) implements RetentionCommand {}
}
