package care.throughline.command.referral;

import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.Sensitivity;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.DeclineReason;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.PacketItem;
import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Way;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Everything one can ask of a referral; {@code at} is when it happened. Which side a command belongs to says who may give
 * it, as BSeR and Gravity divide the states between requester and performer.
 */
public sealed interface ReferralCommand {

    ReferralId referral();

    Instant at();

    /** What the requester does. */
    sealed interface FromRequester extends ReferralCommand {}

    /**
     * Writes a referral down; nobody else sees it yet.
     *
     * @param labels what protects it: that it is to a substance use disorder program, or made in one
     */
    record Draft(
            @TargetAggregateIdentifier ReferralId referral,
            PatientId patient,
            Kind kind,
            Specialty specialty,
            Urgency urgency,
            String reason,
            Set<Sensitivity> labels,
            Instant at)
            implements FromRequester {}

    record SetPacketItem(@TargetAggregateIdentifier ReferralId referral, PacketItem item, boolean present, Instant at)
            implements FromRequester {}

    /** Asks these performers; more may be asked later, as long as nobody has accepted. */
    record Send(@TargetAggregateIdentifier ReferralId referral, List<Candidate> candidates, Instant at)
            implements FromRequester {

        /** Those that come with whom it asks. */
        Set<Sensitivity> labels() {
            return candidates.stream().flatMap(one -> one.labels().stream()).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Takes the time that the performer proposed. */
    record TakeTime(@TargetAggregateIdentifier ReferralId referral, Instant at) implements FromRequester {}

    record RequestCancellation(@TargetAggregateIdentifier ReferralId referral, String reason, Instant at)
            implements FromRequester {}

    /** The patient has died: nothing is asked any more, but a result that is still to come is waited for. */
    record EndByDeath(@TargetAggregateIdentifier ReferralId referral, Instant at) implements FromRequester {}

    /** The requester has read the result. */
    record ReadResult(@TargetAggregateIdentifier ReferralId referral, Instant at) implements FromRequester {}

    /** What the requester does on a desk of its own; no performer hears of it. */
    sealed interface OnTheDesk extends ReferralCommand {}

    /** Off the desk until then, or until something new happens. */
    record Snooze(@TargetAggregateIdentifier ReferralId referral, Instant until, String reason, Instant at)
            implements OnTheDesk {}

    record Unsnooze(@TargetAggregateIdentifier ReferralId referral, Instant at) implements OnTheDesk {}

    /** Takes back the snooze of that moment, if nothing has happened since. */
    record TakeBackSnooze(@TargetAggregateIdentifier ReferralId referral, Instant snoozedAt, Instant at)
            implements OnTheDesk {}

    /** The coordinator has read that a death ended it. */
    record AcknowledgeEnd(@TargetAggregateIdentifier ReferralId referral, Instant at) implements OnTheDesk {}

    /** Opens a secure page for a performer who was asked; the one before does not work any more. */
    record IssueLink(
            @TargetAggregateIdentifier ReferralId referral,
            PerformerId performer,
            String hash,
            Instant expiresAt,
            Instant at)
            implements FromRequester {}

    record RevokeLink(@TargetAggregateIdentifier ReferralId referral, PerformerId performer, Instant at)
            implements FromRequester {}

    /** What somebody else does who asks this of us. */
    sealed interface FromAsker extends ReferralCommand {}

    /**
     * Takes what somebody else asks of us; asked again, nothing happens.
     *
     * @param requester who asks, {@code number} what it calls the referral
     * @param house our own entry in the directory, as it stands at that moment
     */
    record Receive(
            @TargetAggregateIdentifier ReferralId referral,
            PatientId patient,
            PerformerId requester,
            String number,
            Candidate house,
            Kind kind,
            Urgency urgency,
            String reason,
            Set<Sensitivity> labels,
            Instant at)
            implements FromAsker {}

    /** Who asked does not want it any more. */
    record Withdraw(@TargetAggregateIdentifier ReferralId referral, String reason, Instant at) implements FromAsker {}

    /** What one performer does, or told us by phone, fax or letter. */
    sealed interface FromPerformer extends ReferralCommand {
        PerformerId performer();

        Way way();
    }

    record Accept(@TargetAggregateIdentifier ReferralId referral, PerformerId performer, Way way, Instant at)
            implements FromPerformer {}

    record Decline(
            @TargetAggregateIdentifier ReferralId referral,
            PerformerId performer,
            DeclineReason reason,
            String note,
            Way way,
            Instant at)
            implements FromPerformer {}

    record TellWaitlistPosition(
            @TargetAggregateIdentifier ReferralId referral, PerformerId performer, int place, Way way, Instant at)
            implements FromPerformer {}

    record ProposeTime(
            @TargetAggregateIdentifier ReferralId referral,
            PerformerId performer,
            Instant startsAt,
            Way way,
            Instant at)
            implements FromPerformer {}

    /** Schedules, or moves to another time. */
    record Schedule(
            @TargetAggregateIdentifier ReferralId referral,
            PerformerId performer,
            Instant startsAt,
            Way way,
            Instant at)
            implements FromPerformer {}

    record RecordMissed(@TargetAggregateIdentifier ReferralId referral, PerformerId performer, Way way, Instant at)
            implements FromPerformer {}

    record CancelAppointment(
            @TargetAggregateIdentifier ReferralId referral, PerformerId performer, String reason, Way way, Instant at)
            implements FromPerformer {}

    /** The patient was seen, helped or taken over {@code at}. */
    record RecordSeen(@TargetAggregateIdentifier ReferralId referral, PerformerId performer, Way way, Instant at)
            implements FromPerformer {}

    /** Reports back; says also that the patient was seen, if that was not told before. */
    record ReportResult(
            @TargetAggregateIdentifier ReferralId referral, PerformerId performer, String result, Way way, Instant at)
            implements FromPerformer {}

    record ConfirmCancellation(
            @TargetAggregateIdentifier ReferralId referral, PerformerId performer, Way way, Instant at)
            implements FromPerformer {}

    /** Changes nothing; answers the record of the patient it is for. */
    record AskPatient(@TargetAggregateIdentifier ReferralId referral) {}

    /** What a performer tells who knows the referral as it was after so many events: refused if more has happened since. */
    record IfUnchanged(@TargetAggregateIdentifier ReferralId referral, long version, FromPerformer told) {}

    /** Changes nothing; answers what the referral is {@link About}, as long as it goes on. */
    record AskAbout(@TargetAggregateIdentifier ReferralId referral) {}

    /** Whom a referral is for, and to what. */
    record About(PatientId patient, Specialty specialty) {}

    /**
     * Somebody who could take it, as the directory knows them at that moment.
     *
     * @param labels what protects everything that they are asked for
     */
    record Candidate(PerformerId performer, Specialty specialty, Capacity capacity, Set<Sensitivity> labels) {}
}
