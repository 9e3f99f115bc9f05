package care.throughline.command.intake;

import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.intake.IntakeEvent.Answer;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can do with one inbound message; a repeated command is harmless. */
public sealed interface IntakeCommand {

    MessageId message();

    /** It arrived and is kept; answers a {@link Standing}. */
    record Receive(
            @TargetAggregateIdentifier MessageId message,
            String channel,
            String sender,
            String kind,
            String controlId,
            String digest,
            int bytes,
            Instant at)
            implements IntakeCommand {}

    /** Changes nothing; answers the {@link Standing} of a text with this digest. */
    record AskStanding(@TargetAggregateIdentifier MessageId message, String digest) implements IntakeCommand {}

    /** All it says is applied. */
    record MarkApplied(@TargetAggregateIdentifier MessageId message, Set<PatientId> patients, Instant at)
            implements IntakeCommand {}

    /** It cannot be applied; a person has to look. */
    record SetAside(
            @TargetAggregateIdentifier MessageId message, Answer answer, String reason, String sentence, Instant at)
            implements IntakeCommand {}

    /** A person wrote a better text; the first one stays. */
    record Correct(@TargetAggregateIdentifier MessageId message, StaffId by, String digest, Instant at)
            implements IntakeCommand {}

    /** A person decided that it shall not be applied. */
    record Discard(@TargetAggregateIdentifier MessageId message, StaffId by, String reason, Instant at)
            implements IntakeCommand {}

    /** Where a message stands when it arrives, perhaps not for the first time. */
    enum Standing {
        /** To be applied: it is new, was interrupted, or is set aside and may fare better now. */
        OPEN,
        /** Nothing to do: it was applied or discarded. */
        DONE,
        /** Another message came under the same control id before. */
        OTHER_CONTENT
    }
}
