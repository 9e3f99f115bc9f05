package care.throughline.command.hl7;

import care.throughline.command.Rejected;
import care.throughline.command.Texts;
import care.throughline.command.referral.ReferralCommand.Accept;
import care.throughline.command.referral.ReferralCommand.CancelAppointment;
import care.throughline.command.referral.ReferralCommand.ConfirmCancellation;
import care.throughline.command.referral.ReferralCommand.Decline;
import care.throughline.command.referral.ReferralCommand.FromPerformer;
import care.throughline.command.referral.ReferralCommand.RecordMissed;
import care.throughline.command.referral.ReferralCommand.RecordSeen;
import care.throughline.command.referral.ReferralCommand.ReportResult;
import care.throughline.command.referral.ReferralCommand.Schedule;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.referral.DeclineReason;
import care.throughline.events.referral.Way;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One answer taken apart, read into what a performer tells of a referral. Order control and status are those of IHE 360X:
 * OK accepts, UA declines, SC with A is an interim word that the patient was seen, SC with CM the outcome, CR confirms a
 * cancellation; SIU books, moves, cancels, and tells of who did not come.
 */
final class PerformerAnswer {

    private final Msh header;
    private final Segments segments;
    private final Hl7Time times;
    private final Instant now;

    PerformerAnswer(Msh header, Segments segments, ZoneId zone, Instant now) {
        this.header = header;
        this.segments = segments;
        this.times = Hl7Time.of(header.field(7), zone, zone);
        this.now = now;
    }

    /** Our number of the referral, empty if there is none: ORC-2, OBR-2, or SCH-26. */
    String number() {
        return Stream.of(
                        segments.first("ORC").get(2),
                        segments.first("OBR").get(2),
                        segments.first("SCH").get(26))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What it says.
     *
     * @throws Rejected if something that matters is missing or means nothing
     */
    FromPerformer told(PerformerId performer) {
        ReferralId referral = referral();
        return switch (header.event()) {
            case "O51" -> status(referral, performer);
            case "R01" -> result(referral, performer);
            case "S12", "S13", "S14" -> new Schedule(referral, performer, start(), Way.SYSTEM, at());
            case "S15" -> new CancelAppointment(referral, performer, why("SCH", 6), Way.SYSTEM, at());
            case "S26" -> new RecordMissed(referral, performer, Way.SYSTEM, at());
            default -> throw new Rejected("unsupported-event", "MSH-9 holds no answer to a referral.");
        };
    }

    private FromPerformer status(ReferralId referral, PerformerId performer) {
        Fields order = segments.first("ORC");
        return switch (order.get(1)) {
            case "OK" -> new Accept(referral, performer, Way.SYSTEM, at());
            case "UA" -> new Decline(referral, performer, reason(order), why("ORC", 16), Way.SYSTEM, at());
            case "CR" -> new ConfirmCancellation(referral, performer, Way.SYSTEM, at());
            case "SC" -> progress(referral, performer, order.get(5));
            case "UC" ->
                throw new Rejected(
                        "cancellation-refused", "The performer says that it cannot cancel (ORC-1 UC). Call them.");
            default ->
                throw new Rejected("order-control-unclear", "ORC-1 holds none of OK, UA, SC, CR, so it says nothing.");
        };
    }

    private FromPerformer progress(ReferralId referral, PerformerId performer, String status) {
        return switch (status) {
            case "A" -> new RecordSeen(referral, performer, Way.SYSTEM, seenAt());
            case "CM" -> new ReportResult(referral, performer, words(), Way.SYSTEM, at());
            default -> throw new Rejected("order-status-unclear", "ORC-5 holds neither A (interim) nor CM (outcome).");
        };
    }

    private FromPerformer result(ReferralId referral, PerformerId performer) {
        String status = segments.first("OBR").get(25);
        if (!List.of("F", "C", "").contains(status)) {
            throw new Rejected("result-not-final", "OBR-25 does not say F (final), so the loop stays open.");
        }
        return new ReportResult(referral, performer, words(), Way.SYSTEM, at());
    }

    private ReferralId referral() {
        try {
            return new ReferralId(number());
        } catch (IllegalArgumentException none) {
            throw new Rejected("referral-missing", "ORC-2, OBR-2 or SCH-26 holds no number of a referral of ours.");
        }
    }

    /** When it was told, never later than now: clocks of others may be ahead. */
    private Instant at() {
        Instant told = times.instant(header.component(7, 1), "MSH-7");
        return told == null || told.isAfter(now) ? now : told;
    }

    private Instant seenAt() {
        Instant seen = times.instant(segments.first("ORC").get(9), "ORC-9");
        return seen == null || seen.isAfter(now) ? at() : seen;
    }

    /** When the appointment begins, wherever the version has it. */
    private Instant start() {
        String said = Stream.of(
                        segments.first("SCH").get(11, 0, 4),
                        segments.first("TQ1").get(7),
                        segments.first("AIS").get(4),
                        segments.first("AIP").get(6),
                        segments.first("AIL").get(6))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        Instant start = times.instant(said, "SCH-11.4");
        if (start == null) {
            throw new Rejected("start-missing", "SCH-11.4, TQ1-7 or AIS-4 does not say when the appointment begins.");
        }
        return start;
    }

    private static DeclineReason reason(Fields order) {
        return Arrays.stream(DeclineReason.values())
                .filter(one -> one.name().equals(order.get(16)))
                .findFirst()
                .orElse(DeclineReason.OTHER);
    }

    private String why(String segment, int field) {
        Fields said = segments.first(segment);
        String text = Objects.requireNonNullElse(Fields.said(said.get(field, 0, 2)), said.get(field));
        String note = text.isEmpty() ? segments.first("NTE").get(3) : text;
        return Texts.required(note, "The reason (" + segment + "-" + field + ")", Texts.LINE);
    }

    /** The words of observations and notes; documents travel on in the message, where people read them. */
    private String words() {
        String said = Stream.concat(
                        segments.each("OBX").stream()
                                .filter(one -> !one.get(2).equals("ED"))
                                .map(one -> one.get(5)),
                        segments.each("NTE").stream().map(one -> one.get(3)))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining("\n"));
        return Texts.required(said, "What came of it, in OBX-5 or NTE-3,", Texts.NOTE);
    }
}
