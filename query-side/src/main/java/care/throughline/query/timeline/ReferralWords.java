package care.throughline.query.timeline;

import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.DeclineReason;
import care.throughline.events.referral.Due;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.PacketItem;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.ReferralEvent.Release;
import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Way;
import care.throughline.query.timeline.Line.Topic;
import java.util.Locale;

/** Tells what happened to a referral. */
final class ReferralWords {

    private ReferralWords() {}

    static Line tell(ReferralEvent event) {
        return switch (event) {
            case ReferralEvent.Drafted drafted -> line(drafted, wish(drafted)).saying(drafted.reason());
            case ReferralEvent.Received received ->
                line(received, Line.performer(received.requester()) + " asks this of us, under its own number")
                        .saying(received.number());
            case ReferralEvent.PacketItemAdded added -> detail(added, item(added.item()) + ": put into the packet");
            case ReferralEvent.PacketItemRemoved removed ->
                detail(removed, item(removed.item()) + ": taken out of the packet");
            case ReferralEvent.Offered offered ->
                line(offered, Line.performer(offered.performer()) + " was asked" + by(offered.due()));
            case ReferralEvent.Accepted accepted ->
                line(accepted, Line.performer(accepted.performer()) + " accepted" + told(accepted.way()));
            case ReferralEvent.Released released ->
                line(released, Line.performer(released.performer()) + " was told that " + why(released.because()));
            case ReferralEvent.Declined declined ->
                line(
                                declined,
                                Line.performer(declined.performer()) + " declined" + told(declined.way()) + ": "
                                        + why(declined.reason()))
                        .saying(declined.note());
            case ReferralEvent.WaitlistPositionTold told ->
                line(
                        told,
                        "Place " + told.place() + " on the waitlist of " + Line.performer(told.performer())
                                + told(told.way()));
            case ReferralEvent.TimeProposed proposed ->
                line(
                        proposed,
                        Line.performer(proposed.performer()) + " proposed " + Line.at(proposed.startsAt())
                                + told(proposed.way()));
            case ReferralEvent.Scheduled scheduled ->
                line(
                        scheduled,
                        "Scheduled with " + Line.performer(scheduled.performer()) + " for "
                                + Line.at(scheduled.startsAt()));
            case ReferralEvent.AppointmentMissed missed ->
                line(
                        missed,
                        "The patient did not come to " + Line.performer(missed.performer()) + " on "
                                + Line.at(missed.startsAt()) + told(missed.way()));
            case ReferralEvent.AppointmentCancelled cancelled ->
                line(
                                cancelled,
                                Line.performer(cancelled.performer()) + " cancelled the appointment of "
                                        + Line.at(cancelled.startsAt()) + told(cancelled.way()))
                        .saying(cancelled.reason());
            case ReferralEvent.Seen seen ->
                line(seen, Line.performer(seen.performer()) + " has seen the patient" + told(seen.way()));
            case ReferralEvent.ResultReported reported ->
                line(reported, Line.performer(reported.performer()) + " reported back" + told(reported.way()))
                        .saying(reported.result());
            case ReferralEvent.CancellationRequested requested ->
                line(requested, "It was asked to cancel the referral").saying(requested.reason());
            case ReferralEvent.LinkIssued issued ->
                detail(
                        issued,
                        Line.performer(issued.performer()) + " was given a secure link until "
                                + Line.at(issued.expiresAt()));
            case ReferralEvent.LinkRevoked revoked ->
                detail(revoked, "The secure link of " + Line.performer(revoked.performer()) + " was taken back");
            case ReferralEvent.Snoozed snoozed ->
                detail(snoozed, "The referral was put aside until " + Line.at(snoozed.until()))
                        .saying(snoozed.reason());
            case ReferralEvent.Unsnoozed back -> detail(back, "The referral is back on the list");
            case ReferralEvent.EndedByDeath ended ->
                line(
                        ended,
                        "The patient has died: the referral ends, "
                                + heard(ended.told().size()));
            case ReferralEvent.EndAcknowledged read ->
                line(read, "It was read that a death ended the referral, and what the performers were told");
            case ReferralEvent.Cancelled cancelled -> line(cancelled, "The referral was cancelled");
            case ReferralEvent.Closed closed -> line(closed, "The result was read: the loop of the referral is closed");
        };
    }

    private static Line line(ReferralEvent event, String sentence) {
        return Line.of(Topic.REFERRAL, event.referral().value(), sentence);
    }

    private static Line detail(ReferralEvent event, String sentence) {
        return Line.of(Topic.DETAIL, event.referral().value(), sentence);
    }

    private static String wish(ReferralEvent.Drafted drafted) {
        String soon = drafted.urgency() == Urgency.URGENT ? "An urgent referral" : "A referral";
        return soon + " to " + field(drafted.specialty()) + " was drafted" + purpose(drafted.kind());
    }

    private static String heard(int performers) {
        return switch (performers) {
            case 0 -> "nobody had been asked yet";
            case 1 -> "the performer is told";
            default -> performers + " performers are told";
        };
    }

    private static String purpose(Kind kind) {
        return switch (kind) {
            case CONSULTATION -> " for a consultation";
            case SERVICE -> " for a service";
            case TRANSFER_OF_CARE -> " to hand the patient over";
        };
    }

    private static String by(Due due) {
        return ", an answer is due " + TransitionWords.day(due.by());
    }

    private static String told(Way way) {
        return switch (way) {
            case LINK -> " on the secure page";
            case SYSTEM -> " from its own system";
            case PHONE -> " by phone";
            case FAX -> " by fax";
            case LETTER -> " by letter";
            case DESK -> " at our own desk";
        };
    }

    private static String why(Release because) {
        return switch (because) {
            case ANOTHER_ACCEPTED -> "another performer has it";
            case CANCELLED -> "the referral is cancelled";
        };
    }

    private static String why(DeclineReason reason) {
        return switch (reason) {
            case NO_CAPACITY -> "no room";
            case NOT_OUR_FIELD -> "not their field";
            case INSURANCE_NOT_TAKEN -> "the insurance is not taken";
            case PACKET_INCOMPLETE -> "the packet is incomplete";
            case TOO_FAR -> "too far away";
            case OTHER -> "another reason";
        };
    }

    private static String field(Specialty specialty) {
        return specialty.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String item(PacketItem item) {
        String words = item.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
