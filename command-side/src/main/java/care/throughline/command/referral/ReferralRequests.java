package care.throughline.command.referral;

import care.throughline.command.Texts;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.Sensitivity;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.PacketItem;
import care.throughline.events.referral.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the requester's side sends; each says which command it is. */
final class ReferralRequests {

    private ReferralRequests() {}

    /**
     * What is wished for.
     *
     * @param referral an id of the client's own, so that sending it again drafts it once
     * @param keep the label that protects it from its first event on, none if nothing does
     */
    record Wish(
            @Nullable ReferralId referral,
            Kind kind,
            Specialty specialty,
            Urgency urgency,
            @Nullable String reason,
            @Nullable Sensitivity keep) {

        ReferralCommand of(PatientId patient, Instant now) {
            ReferralId id = Objects.requireNonNullElseGet(
                    referral, () -> new ReferralId(ReferralId.PREFIX + UUID.randomUUID()));
            String why = Texts.required(reason, "The reason for the referral", Texts.NOTE);
            Set<Sensitivity> labels = keep == null ? Set.of() : Set.of(keep);
            return new ReferralCommand.Draft(id, patient, kind, specialty, urgency, why, labels, now);
        }
    }

    record Packing(PacketItem item, boolean present) {

        ReferralCommand of(ReferralId referral, Instant now) {
            return new ReferralCommand.SetPacketItem(referral, item, present, now);
        }
    }

    record Sending(@Nullable List<PerformerId> performers) {

        List<PerformerId> chosen() {
            return performers == null ? List.of() : performers;
        }
    }

    record Snoozing(Instant until, @Nullable String reason) {

        ReferralCommand of(ReferralId referral, Instant now) {
            String why = Texts.required(reason, "The reason to wait", Texts.LINE);
            return new ReferralCommand.Snooze(referral, until, why, now);
        }
    }

    record Cancelling(@Nullable String reason) {

        ReferralCommand of(ReferralId referral, Instant now) {
            String why = Texts.required(reason, "The reason to cancel", Texts.LINE);
            return new ReferralCommand.RequestCancellation(referral, why, now);
        }
    }
}
