package care.throughline.events.authorization;

import care.throughline.events.AuthorizationId;
import care.throughline.events.DomainEvent;
import care.throughline.events.EventName;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.ReferralId;
import care.throughline.events.directory.Specialty;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to one authorization. */
public sealed interface AuthorizationEvent extends DomainEvent {

    AuthorizationId authorization();

    /** {@code referral} is missing if it is for a service that nobody is referred for; {@code units} is what is asked. */
    @EventName("authorization.Requested")
    record Requested(
            AuthorizationId authorization,
            PatientId patient,
            @Nullable ReferralId referral,
            Specialty specialty,
            Personal<String> service,
            int units,
            Personal<String> payer,
            Program program,
            Priority priority,
            Way way,
            Due due,
            Instant occurredAt)
            implements AuthorizationEvent {}

    /** The payer asks for more before it decides; {@code due} is for us. */
    @EventName("authorization.Pended")
    record Pended(
            AuthorizationId authorization,
            Set<Missing> missing,
            Personal<String> words,
            Way way,
            Due due,
            Instant occurredAt)
            implements AuthorizationEvent {}

    /** The payer has what it asked for, and its clock goes on as the rule says. */
    @EventName("authorization.InformationSent")
    record InformationSent(AuthorizationId authorization, Personal<String> words, Way way, Due due, Instant occurredAt)
            implements AuthorizationEvent {}

    @EventName("authorization.Approved")
    record Approved(AuthorizationId authorization, Grant grant, Way way, Due due, Instant occurredAt)
            implements AuthorizationEvent {}

    /** Less than was asked; {@code due} is for the appeal against the rest. */
    @EventName("authorization.PartlyApproved")
    record PartlyApproved(
            AuthorizationId authorization,
            Grant grant,
            Set<Cut> cut,
            Personal<String> words,
            Way way,
            Due due,
            Instant occurredAt)
            implements AuthorizationEvent {}

    /** {@code occurredAt} is the date on the notice, from which the time to appeal is counted. */
    @EventName("authorization.Denied")
    record Denied(
            AuthorizationId authorization,
            DenialReason reason,
            Personal<String> words,
            Way way,
            Due due,
            Instant occurredAt)
            implements AuthorizationEvent {}

    /** {@code forwarded} where the law has the plan send it on by itself when it upholds its own decision. */
    @EventName("authorization.AppealFiled")
    record AppealFiled(
            AuthorizationId authorization,
            int level,
            Priority priority,
            boolean forwarded,
            Personal<String> grounds,
            Way way,
            Due due,
            Instant occurredAt)
            implements AuthorizationEvent {}

    /** {@code grant} is missing where nothing is granted; {@code due} where there is nothing left to wait for. */
    @EventName("authorization.AppealDecided")
    record AppealDecided(
            AuthorizationId authorization,
            int level,
            Ruling ruling,
            @Nullable Grant grant,
            Personal<String> words,
            Way way,
            @Nullable Due due,
            Instant occurredAt)
            implements AuthorizationEvent {}

    /** Nobody appeals; {@code due} is there where part was granted, which can be used. */
    @EventName("authorization.DecisionAccepted")
    record DecisionAccepted(
            AuthorizationId authorization,
            Personal<String> reason,
            @Nullable Due due,
            Instant occurredAt) implements AuthorizationEvent {}

    /** What was approved ran out. */
    @EventName("authorization.Expired")
    record Expired(AuthorizationId authorization, Instant occurredAt) implements AuthorizationEvent {}

    /** Not asked for any more, or not needed. */
    @EventName("authorization.Withdrawn")
    record Withdrawn(AuthorizationId authorization, Personal<String> reason, Instant occurredAt)
            implements AuthorizationEvent {}
}
