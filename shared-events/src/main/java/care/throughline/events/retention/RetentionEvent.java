package care.throughline.events.retention;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.MessageId;
import care.throughline.events.StaffId;
import care.throughline.events.erasure.RecordClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** Everything that can happen to letting go of texts of messages whose retention period is over. */
public sealed interface RetentionEvent extends DomainEvent {

    RunId run();

    /**
     * Somebody puts forward to let go of what is due.
     *
     * @param before what ended before this day, in the organisation's zone, is due
     * @param source where the period comes from
     */
    @EventName("retention.Proposed")
    record Proposed(RunId run, RecordClass recordClass, LocalDate before, String source, StaffId by, Instant occurredAt)
            implements RetentionEvent {}

    @EventName("retention.Withdrawn")
    record Withdrawn(RunId run, StaffId by, Instant occurredAt) implements RetentionEvent {}

    /** A second person agreed: it is carried out. */
    @EventName("retention.Approved")
    record Approved(
            RunId run, RecordClass recordClass, LocalDate before, StaffId proposedBy, StaffId by, Instant occurredAt)
            implements RetentionEvent {}

    /** From now on there is no way back: the keys of these texts are destroyed, and nobody reads them again. */
    @EventName("retention.MessagesLetGo")
    record MessagesLetGo(RunId run, Set<MessageId> messages, Instant occurredAt) implements RetentionEvent {}

    /**
     * Nothing of it is left to do.
     *
     * @param held how many were due and stay, because they tell of somebody under a legal hold
     */
    @EventName("retention.Completed")
    record Completed(RunId run, int held, Instant occurredAt) implements RetentionEvent {}
}
