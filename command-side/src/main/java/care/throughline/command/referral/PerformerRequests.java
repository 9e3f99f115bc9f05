package care.throughline.command.referral;

import care.throughline.command.Rejected;
import care.throughline.command.Texts;
import care.throughline.command.referral.ReferralCommand.CancelAppointment;
import care.throughline.command.referral.ReferralCommand.Decline;
import care.throughline.command.referral.ReferralCommand.ProposeTime;
import care.throughline.command.referral.ReferralCommand.ReportResult;
import care.throughline.command.referral.ReferralCommand.Schedule;
import care.throughline.command.referral.ReferralCommand.TellWaitlistPosition;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.referral.DeclineReason;
import care.throughline.events.referral.Way;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a performer tells; each says which command it is. {@code way} is by phone and {@code at} is now unless said. */
final class PerformerRequests {

    private PerformerRequests() {}

    /** Which performer speaks about which referral, by which way, and when it came in. */
    record From(ReferralId referral, PerformerId performer, Way way, Instant now) {

        Instant at(@Nullable Instant said) {
            return Objects.requireNonNullElse(said, now);
        }
    }

    /** How somebody at the desk heard of it; the secure page and the performer's own system speak for themselves. */
    static Way heard(@Nullable Way way) {
        if (way == Way.LINK || way == Way.SYSTEM || way == Way.DESK) {
            throw new Rejected("way-unclear", "Say whether the performer told you by phone, fax or letter.");
        }
        return Objects.requireNonNullElse(way, Way.PHONE);
    }

    record Told(@Nullable Way way, @Nullable Instant at) {}

    record Declining(
            DeclineReason reason,
            @Nullable String note,
            @Nullable Way way,
            @Nullable Instant at) {

        ReferralCommand by(From from) {
            String said = Texts.optional(note, "The note", Texts.NOTE);
            return new Decline(from.referral(), from.performer(), reason, said, from.way(), from.at(at));
        }
    }

    /** @param place on the waitlist, 1 is next */
    record Place(int place, @Nullable Way way, @Nullable Instant at) {

        ReferralCommand by(From from) {
            return new TellWaitlistPosition(from.referral(), from.performer(), place, from.way(), from.at(at));
        }
    }

    record Time(Instant startsAt, @Nullable Way way) {

        ReferralCommand proposedBy(From from) {
            return new ProposeTime(from.referral(), from.performer(), startsAt, from.way(), from.now());
        }

        ReferralCommand scheduledBy(From from) {
            return new Schedule(from.referral(), from.performer(), startsAt, from.way(), from.now());
        }
    }

    record Cancelling(@Nullable String reason, @Nullable Way way) {

        ReferralCommand by(From from) {
            String why = Texts.required(reason, "The reason to cancel the appointment", Texts.LINE);
            return new CancelAppointment(from.referral(), from.performer(), why, from.way(), from.now());
        }
    }

    record Report(
            @Nullable String result,
            @Nullable Way way,
            @Nullable Instant at) {

        ReferralCommand by(From from) {
            String said = Texts.required(result, "The result", Texts.NOTE);
            return new ReportResult(from.referral(), from.performer(), said, from.way(), from.at(at));
        }
    }
}
