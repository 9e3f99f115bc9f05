package care.throughline.events.referral;

import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.Personal;
import care.throughline.events.ReferralId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Specialty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to one referral. */
public sealed interface ReferralEvent extends DomainEvent {

    ReferralId referral();

    /** The wish exists; {@code needed} must be in the packet before it is sent. */
    @EventName("referral.Drafted")
    record Drafted(
            ReferralId referral,
            PatientId patient,
            Kind kind,
            Specialty specialty,
            Urgency urgency,
            Personal<String> reason,
            Set<PacketItem> needed,
            Due due,
            Instant occurredAt)
            implements ReferralEvent {}

    /** Somebody else asks this of us, under a number of its own; what we answer goes back to it. */
    @EventName("referral.Received")
    record Received(ReferralId referral, PerformerId requester, Personal<String> number, Instant occurredAt)
            implements ReferralEvent {}

    @EventName("referral.PacketItemAdded")
    record PacketItemAdded(ReferralId referral, PacketItem item, Instant occurredAt) implements ReferralEvent {}

    @EventName("referral.PacketItemRemoved")
    record PacketItemRemoved(ReferralId referral, PacketItem item, Instant occurredAt) implements ReferralEvent {}

    /** Sent to one performer, perhaps of several; {@code capacity} as the directory knew it. */
    @EventName("referral.Offered")
    record Offered(ReferralId referral, PerformerId performer, Capacity capacity, Due due, Instant occurredAt)
            implements ReferralEvent {}

    /** The first who accepts has it. */
    @EventName("referral.Accepted")
    record Accepted(ReferralId referral, PerformerId performer, Way way, Due due, Instant occurredAt)
            implements ReferralEvent {}

    /** Nothing is expected of this performer any more: another has it, or it was cancelled. */
    @EventName("referral.Released")
    record Released(ReferralId referral, PerformerId performer, Release because, Instant occurredAt)
            implements ReferralEvent {}

    /** Before accepting, or giving it back after; {@code due} is missing while others are still asked. */
    @EventName("referral.Declined")
    record Declined(
            ReferralId referral,
            PerformerId performer,
            DeclineReason reason,
            Personal<String> note,
            Way way,
            @Nullable Due due,
            Instant occurredAt)
            implements ReferralEvent {}

    /** The place on the performer's waitlist, 1 is next. */
    @EventName("referral.WaitlistPositionTold")
    record WaitlistPositionTold(ReferralId referral, PerformerId performer, int place, Way way, Instant occurredAt)
            implements ReferralEvent {}

    /** The performer could do it then; it is an appointment once the requester takes it. */
    @EventName("referral.TimeProposed")
    record TimeProposed(ReferralId referral, PerformerId performer, Instant startsAt, Way way, Instant occurredAt)
            implements ReferralEvent {}

    /** There is an appointment, or it was moved to this time. */
    @EventName("referral.Scheduled")
    record Scheduled(ReferralId referral, PerformerId performer, Instant startsAt, Due due, Instant occurredAt)
            implements ReferralEvent {}

    @EventName("referral.AppointmentMissed")
    record AppointmentMissed(
            ReferralId referral, PerformerId performer, Instant startsAt, Way way, Due due, Instant occurredAt)
            implements ReferralEvent {}

    @EventName("referral.AppointmentCancelled")
    record AppointmentCancelled(
            ReferralId referral,
            PerformerId performer,
            Instant startsAt,
            Personal<String> reason,
            Way way,
            Due due,
            Instant occurredAt)
            implements ReferralEvent {}

    /** The patient was seen, helped or taken over; only from here on a transfer has moved anybody. */
    @EventName("referral.Seen")
    record Seen(ReferralId referral, PerformerId performer, Way way, Due due, Instant occurredAt)
            implements ReferralEvent {}

    @EventName("referral.ResultReported")
    record ResultReported(
            ReferralId referral, PerformerId performer, Personal<String> result, Way way, Due due, Instant occurredAt)
            implements ReferralEvent {}

    /** {@code due} is missing if nobody had accepted, and nobody needs to confirm. */
    @EventName("referral.CancellationRequested")
    record CancellationRequested(
            ReferralId referral,
            Personal<String> reason,
            @Nullable Due due,
            Instant occurredAt) implements ReferralEvent {}

    @EventName("referral.Cancelled")
    record Cancelled(ReferralId referral, Instant occurredAt) implements ReferralEvent {}

    /** The result is back, and the requester has read it: the loop is closed. */
    @EventName("referral.Closed")
    record Closed(ReferralId referral, Instant occurredAt) implements ReferralEvent {}

    /** A secure page for this performer alone; {@code hash} is the SHA-256 of its secret, which nobody keeps. */
    @EventName("referral.LinkIssued")
    record LinkIssued(ReferralId referral, PerformerId performer, String hash, Instant expiresAt, Instant occurredAt)
            implements ReferralEvent {}

    @EventName("referral.LinkRevoked")
    record LinkRevoked(ReferralId referral, PerformerId performer, Instant occurredAt) implements ReferralEvent {}

    /** Off the desk until then, or until something new happens to it. */
    @EventName("referral.Snoozed")
    record Snoozed(ReferralId referral, Instant until, Personal<String> reason, Instant occurredAt)
            implements ReferralEvent {}

    @EventName("referral.Unsnoozed")
    record Unsnoozed(ReferralId referral, Instant occurredAt) implements ReferralEvent {}

    /** A death ends it: {@code told} hear that nothing is asked any more, the coordinator has to read this by {@code due}. */
    @EventName("referral.EndedByDeath")
    record EndedByDeath(ReferralId referral, List<PerformerId> told, Due due, Instant occurredAt)
            implements ReferralEvent {}

    /** The coordinator has read that a death ended it, and what the performers were told. */
    @EventName("referral.EndAcknowledged")
    record EndAcknowledged(ReferralId referral, Instant occurredAt) implements ReferralEvent {}

    /** Why nothing is expected of a performer any more. */
    enum Release {
        ANOTHER_ACCEPTED,
        CANCELLED
    }
}
