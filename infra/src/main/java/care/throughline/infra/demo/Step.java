package care.throughline.infra.demo;

import care.throughline.command.authorization.AuthorizationCommand;
import care.throughline.command.authorization.AuthorizationCommand.Wish;
import care.throughline.command.directory.DirectoryCommand;
import care.throughline.command.referral.ReferralCommand;
import care.throughline.events.AuthorizationId;
import care.throughline.events.ReferralId;
import care.throughline.events.appointment.CommitmentKind;
import care.throughline.events.appointment.Mode;
import care.throughline.events.appointment.Purpose;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.Urgency;
import care.throughline.events.transition.Channel;
import care.throughline.events.transition.Complexity;
import care.throughline.events.transition.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that happens in the demo clinic. */
sealed interface Step {

    Instant at();

    /** A hospital sends a message. */
    record Told(Instant at, Visit visit, String message) implements Step {}

    /** The supervisor keeps the directory. */
    record Listed(Instant at, DirectoryCommand command) implements Step {}

    /** A coordinator drafts a referral for the patient of this visit. */
    record Wished(
            Instant at,
            Visit visit,
            String coordinator,
            ReferralId referral,
            Kind kind,
            Specialty specialty,
            Urgency urgency,
            String reason)
            implements Step {}

    /** Something else happens to a referral. */
    record Referred(Instant at, String coordinator, ReferralCommand command) implements Step {}

    /** A coordinator asks a payer for permission, for the patient of this visit. */
    record Sought(
            Instant at,
            Visit visit,
            String coordinator,
            AuthorizationId authorization,
            @Nullable ReferralId referral,
            Wish wish)
            implements Step {}

    /** Something else happens to an authorization. */
    record Permitted(Instant at, String coordinator, AuthorizationCommand command) implements Step {}

    /** Something is entered into the calendar of the patient of this visit. */
    record Entered(Instant at, Visit visit, String coordinator, Entry entry) implements Step {}

    /** What goes into a calendar. */
    sealed interface Entry {
        record Booking(Purpose purpose, Mode mode, Instant startsAt, String with) implements Entry {}

        record Missed(Instant startsAt) implements Entry {}

        /** The same hours on every day but Sunday. */
        record Standing(CommitmentKind kind, String from, String to, String note) implements Entry {}
    }

    /** A patient gets a coordinator. */
    record Assigned(Instant at, Visit visit, String coordinator) implements Step {}

    /** A patient signs that the treating team may see records of a program. */
    record Consented(Instant at, Visit visit, String coordinator) implements Step {}

    /** A coordinator works on the transition that the visit's discharge opened. */
    record Worked(Instant at, Visit visit, String coordinator, Work work) implements Step {}

    /** What coordinators do. */
    sealed interface Work {
        record Attempt(Channel channel, Outcome outcome, int minutes, String note) implements Work {}

        record Booking(Instant startsAt, String with) implements Work {}

        record VisitKept() implements Work {}

        record Reconciliation(String note) implements Work {}

        record Judgement(Complexity complexity) implements Work {}
    }
}
