package care.throughline.query.timeline;

import care.throughline.events.erasure.ErasureEvent;
import care.throughline.events.erasure.Grounds.Exemption;
import care.throughline.events.erasure.Grounds.Ground;
import care.throughline.query.timeline.Line.Topic;

/** Tells how somebody came to be erased, or why they were not. */
final class ErasureWords {

    private ErasureWords() {}

    static Line tell(ErasureEvent event) {
        return switch (event) {
            case ErasureEvent.Requested asked ->
                line(asked, Line.staff(asked.by()) + " put forward to erase this person: " + ground(asked.ground()))
                        .saying(asked.reason());
            case ErasureEvent.HoldPlaced placed ->
                line(placed, Line.staff(placed.by()) + " placed a legal hold: nothing may be erased")
                        .saying(placed.reason());
            case ErasureEvent.HoldLifted lifted ->
                line(lifted, Line.staff(lifted.by()) + " lifted the legal hold").saying(lifted.reason());
            case ErasureEvent.Refused refused ->
                line(
                                refused,
                                Line.staff(refused.by()) + " refused to erase this person: "
                                        + exemption(refused.exemption()))
                        .saying(refused.reason());
            case ErasureEvent.Approved approved ->
                line(
                        approved,
                        Line.staff(approved.by()) + " approved to erase this person, put forward by "
                                + Line.staff(approved.requestedBy()));
            case ErasureEvent.Begun begun -> line(begun, "The erasure began");
            case ErasureEvent.PatientErased erased ->
                line(
                        erased,
                        "This person was erased" + (erased.again() ? " again, after a restore" : "")
                                + ": what was told of them can no longer be read");
            case ErasureEvent.Certified certified ->
                line(certified, "It was looked everywhere, and nothing is left of this person");
        };
    }

    private static Line line(ErasureEvent event, String sentence) {
        return Line.of(Topic.PERSON, event.erasure().value(), sentence);
    }

    private static String ground(Ground ground) {
        return switch (ground) {
            case NO_LONGER_NEEDED -> "the data is no longer needed";
            case CONSENT_WITHDRAWN -> "consent was withdrawn";
            case OBJECTED -> "the person objected";
            case UNLAWFULLY_PROCESSED -> "the data was kept unlawfully";
            case LEGAL_OBLIGATION -> "the law asks for it";
            case RETENTION_ENDED -> "the retention period is over";
        };
    }

    private static String exemption(Exemption exemption) {
        return switch (exemption) {
            case DUTY_TO_KEEP -> "records have to be kept";
            case PUBLIC_HEALTH -> "public health needs the data";
            case RESEARCH -> "research needs the data";
            case LEGAL_CLAIMS -> "legal claims need the data";
            case NOT_ENTITLED -> "whoever asked may not ask";
        };
    }
}
