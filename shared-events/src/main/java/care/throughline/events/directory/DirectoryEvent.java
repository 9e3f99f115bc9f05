package care.throughline.events.directory;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.PerformerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Everything that can happen to one entry of the directory. */
public sealed interface DirectoryEvent extends DomainEvent {

    PerformerId performer();

    /** In the directory from now on, or again; what it says holds as of now. */
    @EventName("directory.PerformerEntered")
    record PerformerEntered(PerformerId performer, Profile profile, Capacity capacity, Instant occurredAt)
            implements DirectoryEvent {}

    @EventName("directory.ProfileCorrected")
    record ProfileCorrected(PerformerId performer, Profile profile, Instant occurredAt) implements DirectoryEvent {}

    @EventName("directory.CapacityChanged")
    record CapacityChanged(PerformerId performer, Capacity capacity, Instant occurredAt) implements DirectoryEvent {}

    /** From now on its system is told so, or nobody but people. */
    @EventName("directory.ReachChanged")
    record ReachChanged(PerformerId performer, Reach reach, Instant occurredAt) implements DirectoryEvent {}

    /** Somebody asked, and everything still holds. */
    @EventName("directory.PerformerVerified")
    record PerformerVerified(PerformerId performer, Instant occurredAt) implements DirectoryEvent {}

    /**
     * What one pays there without insurance, as somebody there said.
     *
     * @param service a code of the drug or service
     * @param words what it is, in our own words
     * @param currency three letters
     * @param toldOn the day on which it was told, in the organisation's zone
     */
    @EventName("directory.CashPriceTold")
    record CashPriceTold(
            PerformerId performer,
            String service,
            String words,
            BigDecimal amount,
            String currency,
            LocalDate toldOn,
            Instant occurredAt)
            implements DirectoryEvent {}

    /** Takes no referrals any more; those it has go on. */
    @EventName("directory.PerformerWithdrawn")
    record PerformerWithdrawn(PerformerId performer, Instant occurredAt) implements DirectoryEvent {}
}
