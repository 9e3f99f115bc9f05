package care.throughline.command.authorization;

import care.throughline.events.AuthorizationId;
import care.throughline.events.PatientId;
import care.throughline.events.ReferralId;
import care.throughline.events.authorization.Cut;
import care.throughline.events.authorization.DenialReason;
import care.throughline.events.authorization.Missing;
import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Program;
import care.throughline.events.authorization.Ruling;
import care.throughline.events.authorization.Way;
import care.throughline.events.directory.Specialty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of an authorization; {@code at} is when it happened, of a decision the date on its notice. */
public sealed interface AuthorizationCommand {

    AuthorizationId authorization();

    Instant at();

    /** What we do. */
    sealed interface FromUs extends AuthorizationCommand {}

    /** Asks for what the wish says. */
    record Request(
            @TargetAggregateIdentifier AuthorizationId authorization,
            PatientId patient,
            @Nullable ReferralId referral,
            Wish wish,
            Way way,
            Instant at)
            implements FromUs {}

    record SendInformation(@TargetAggregateIdentifier AuthorizationId authorization, String words, Way way, Instant at)
            implements FromUs {}

    /** Levels count from 1: an appeal at a level that was filed is not filed again. */
    record FileAppeal(
            @TargetAggregateIdentifier AuthorizationId authorization,
            int level,
            Priority priority,
            String grounds,
            Way way,
            Instant at)
            implements FromUs {}

    /** Lets a denial, or what was cut, stand. */
    record AcceptDecision(@TargetAggregateIdentifier AuthorizationId authorization, String reason, Instant at)
            implements FromUs {}

    record Withdraw(@TargetAggregateIdentifier AuthorizationId authorization, String reason, Instant at)
            implements FromUs {}

    /** What was approved ran out. */
    record RecordExpiry(@TargetAggregateIdentifier AuthorizationId authorization, Instant at) implements FromUs {}

    /** What the payer told us. */
    sealed interface FromPayer extends AuthorizationCommand {
        Way way();
    }

    record Pend(
            @TargetAggregateIdentifier AuthorizationId authorization,
            Set<Missing> missing,
            String words,
            Way way,
            Instant at)
            implements FromPayer {}

    record Approve(@TargetAggregateIdentifier AuthorizationId authorization, Permit permit, Way way, Instant at)
            implements FromPayer {}

    record ApprovePartly(
            @TargetAggregateIdentifier AuthorizationId authorization,
            Permit permit,
            Set<Cut> cut,
            String words,
            Way way,
            Instant at)
            implements FromPayer {}

    record Deny(
            @TargetAggregateIdentifier AuthorizationId authorization,
            DenialReason reason,
            String words,
            Way way,
            Instant at)
            implements FromPayer {}

    /** {@code permit} is what is granted now, null where nothing is. */
    record DecideAppeal(
            @TargetAggregateIdentifier AuthorizationId authorization,
            int level,
            Ruling ruling,
            @Nullable Permit permit,
            String words,
            Way way,
            Instant at)
            implements FromPayer {}

    /** What is asked, in whose words, of which payer. */
    record Wish(Specialty specialty, String service, int units, String payer, Program program, Priority priority) {}

    /** What is granted: its number at the payer's, the first and the last day, and how many. */
    record Permit(String number, LocalDate from, LocalDate until, int units) {}
}
