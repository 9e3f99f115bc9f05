package care.throughline.command.patient;

import care.throughline.events.IdentifierKey;
import care.throughline.events.PatientId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of an identifier: the first claim wins, every claim answers who owns it, an erasure frees it. */
public sealed interface IdentifierCommand {

    IdentifierKey key();

    /** Answers the {@link PatientId} that owns the identifier: the claimant if nobody did before. */
    record Claim(@TargetAggregateIdentifier IdentifierKey key, PatientId patient, Instant at)
            implements IdentifierCommand {}

    /** It leads to nobody any more, if it led to this record, which was erased. */
    record Release(@TargetAggregateIdentifier IdentifierKey key, PatientId patient, Instant at)
            implements IdentifierCommand {}

    /** Changes nothing; answers the record that the identifier leads to, if it leads anywhere yet. */
    record AskOwner(@TargetAggregateIdentifier IdentifierKey key) implements IdentifierCommand {}
}
