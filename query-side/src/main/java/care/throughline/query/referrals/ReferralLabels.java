package care.throughline.query.referrals;

import care.throughline.events.referral.DeclineReason;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.PacketItem;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Wait;
import care.throughline.events.referral.Way;
import java.util.Optional;

/** What pages call things. */
public final class ReferralLabels {

    private ReferralLabels() {}

    public static String of(ReferralStatus status) {
        return switch (status) {
            case CREATED -> "Created";
            case ACCEPTED -> "Accepted";
            case DECLINED -> "Declined";
            case SCHEDULED -> "Scheduled";
            case MISSED -> "Appointment missed";
            case APPOINTMENT_CANCELLED -> "Appointment cancelled";
            case SEEN -> "Seen";
            case CANCELLATION_REQUESTED -> "Cancellation asked";
            case CANCELLED -> "Cancelled";
            case CLOSED -> "Closed";
        };
    }

    /** What is waited for, as the beginning of {@code ... by Tue Nov 10}. */
    public static String of(Wait wait) {
        return switch (wait) {
            case SENDING -> "Send it";
            case ANSWER -> "An answer";
            case OTHER_PERFORMER -> "Ask another performer";
            case APPOINTMENT -> "An appointment";
            case VISIT -> "Word of the visit";
            case RESULT -> "The result";
            case READING -> "Read the result";
            case CONFIRMATION -> "The cancellation confirmed";
            case ACKNOWLEDGEMENT -> "Read that a death ended it";
        };
    }

    /** The same where somebody else asks us, and it is we who are waited for. */
    public static String ofUs(Wait wait) {
        return switch (wait) {
            case ANSWER -> "Our answer";
            case APPOINTMENT -> "Our appointment";
            case VISIT -> "Our word of the visit";
            case RESULT -> "Our report";
            case CONFIRMATION -> "Our word that it is cancelled";
            case SENDING, OTHER_PERFORMER, READING, ACKNOWLEDGEMENT -> of(wait);
        };
    }

    /** What it is called in a line: to whom we refer, or who refers to us. */
    public static String direction(Referral referral) {
        return referral.isAskedOfUs() ? "Asked of us by " + referral.askedByName() : "";
    }

    public static String of(Kind kind) {
        return switch (kind) {
            case CONSULTATION -> "Consultation";
            case SERVICE -> "Service";
            case TRANSFER_OF_CARE -> "Transfer of care";
        };
    }

    public static String of(Urgency urgency) {
        return switch (urgency) {
            case ROUTINE -> "Routine";
            case URGENT -> "Urgent";
        };
    }

    public static String of(PacketItem item) {
        return switch (item) {
            case CLINICAL_SUMMARY -> "Clinical summary";
            case MEDICATION_LIST -> "Medication list";
            case ALLERGY_LIST -> "Allergy list";
            case RECENT_RESULTS -> "Recent results";
            case FUNCTIONAL_STATUS -> "Functional status";
            case INSURANCE -> "Insurance";
            case CONSENT_TO_SHARE -> "Consent to share";
        };
    }

    public static String of(DeclineReason reason) {
        return switch (reason) {
            case NO_CAPACITY -> "No room";
            case NOT_OUR_FIELD -> "Not their field";
            case INSURANCE_NOT_TAKEN -> "Insurance not taken";
            case PACKET_INCOMPLETE -> "Packet incomplete";
            case TOO_FAR -> "Too far away";
            case OTHER -> "Another reason";
        };
    }

    public static String of(Way way) {
        return switch (way) {
            case LINK -> "Secure page";
            case SYSTEM -> "Its own system";
            case PHONE -> "Phone";
            case FAX -> "Fax";
            case LETTER -> "Letter";
            case DESK -> "Our own desk";
        };
    }

    /** What a performer was told when a death ended it; empty if it was told nothing. */
    static Optional<String> toldOfEnd(Referral.Candidate candidate, ReferralStatus status) {
        if ("ACCEPTED".equals(candidate.answer())) {
            return Optional.of(
                    candidate.name() + " was told that the patient has died, and asked to confirm the cancellation: "
                            + (status == ReferralStatus.CANCELLED ? "it has confirmed." : "no answer yet."));
        }
        return "CANCELLED".equals(candidate.reason())
                ? Optional.of(candidate.name() + " had not answered; it was told that the referral is cancelled.")
                : Optional.empty();
    }

    /** How a performer who was offered it stands. */
    public static String answer(Referral.Candidate candidate) {
        return switch (candidate.answer()) {
            case "ASKED" -> "Asked, no answer yet";
            case "ACCEPTED" -> "Accepted";
            case "DECLINED" -> "Declined: " + of(DeclineReason.valueOf(String.valueOf(candidate.reason())));
            default ->
                "CANCELLED".equals(candidate.reason())
                        ? "Told that it was cancelled"
                        : "Told that another performer has it";
        };
    }
}
