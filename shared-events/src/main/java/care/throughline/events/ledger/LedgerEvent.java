package care.throughline.events.ledger;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.StaffId;
import java.time.Instant;

/** Everything that people can do to the ledger: it keeps itself but for this. */
public sealed interface LedgerEvent extends DomainEvent {

    /**
     * A new log takes the place of one that had signed more than there is, after a restore to an earlier moment.
     *
     * @param previous origin of the log that ends
     * @param origin of the log that begins
     * @param kept how many events are those that the previous log had hashed; the first positions
     * @param signed how many it had signed: those from {@code kept} on are lost
     */
    @EventName("ledger.LogBegun")
    record LogBegun(
            String previous, String origin, long kept, long signed, StaffId by, RestoreCause cause, Instant occurredAt)
            implements LedgerEvent {}
}
