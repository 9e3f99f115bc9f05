package care.throughline.command.ledger;

import care.throughline.events.StaffId;
import care.throughline.events.ledger.RestoreCause;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of the ledger. */
public sealed interface LedgerCommand {

    /** Ends the log that had signed more than there is, and begins another; nothing if that was done already. */
    record BeginLog(SignedHistory.Loss loss, StaffId by, RestoreCause cause, Instant at) implements LedgerCommand {

        @TargetAggregateIdentifier
        public LogId log() {
            return LogId.of(loss.previous());
        }
    }
}
