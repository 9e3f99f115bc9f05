package care.throughline.command.hl7;

import care.throughline.command.Rejected;
import care.throughline.command.Texts;
import care.throughline.command.intake.Ask;
import care.throughline.command.intake.Assigner;
import care.throughline.command.intake.Facilities;
import care.throughline.command.intake.Facility;
import care.throughline.command.intake.News;
import care.throughline.events.PerformerId;
import care.throughline.events.Sensitivity;
import care.throughline.events.patient.Identifier;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.Urgency;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One request of IHE 360X ({@code OMG^O19}) taken apart, read into what somebody else asks of us: ORC-1 NW asks, XO tells more
 * of the same, CA or DC takes it back. ORC-2 is its number, which our answers name.
 */
final class Order {

    private final Msh header;
    private final Segments segments;
    private final Hl7Time times;
    private final Instant now;

    Order(Msh header, Segments segments, ZoneId zone, Instant now) {
        this.header = header;
        this.segments = segments;
        this.times = Hl7Time.of(header.field(7), zone, zone);
        this.now = now;
    }

    /** What is asked.
     *
     * @throws Rejected if something that matters is missing or means nothing
     */
    Ask ask(PerformerId requester, Facilities facilities) {
        Set<Sensitivity> labels = new HashSet<>(Confidentiality.labels(segments));
        facilities.sender(header.application(), header.facility()).ifPresent(sender -> labels.addAll(sender.labels()));
        return new Ask(person(requester, facilities), requester, number(), wish(), labels);
    }

    private Ask.Wish wish() {
        String control = segments.first("ORC").get(1);
        return switch (control) {
            case "NW", "XO" -> new Ask.Wish.Take(Kind.CONSULTATION, urgency(), reason());
            case "CA", "DC" -> new Ask.Wish.Drop(withdrawal());
            default ->
                throw new Rejected("order-control-unclear", "ORC-1 holds none of NW, XO, CA, DC, so it asks nothing.");
        };
    }

    private String number() {
        Fields order = segments.first(segments.first("ORC").get(2).isEmpty() ? "OBR" : "ORC");
        String assigner = order.get(2, 0, 2);
        return Texts.required(order.get(2), "The number of the order (ORC-2)", Texts.LINE)
                + (assigner.isEmpty() ? "" : "^" + assigner);
    }

    /** HL7 table 0485: stat, or as soon as possible. */
    private Urgency urgency() {
        return Set.of("S", "A").contains(segments.first("TQ1").get(9)) ? Urgency.URGENT : Urgency.ROUTINE;
    }

    /** What is asked and why, as it was written: OBR-13, OBR-31, and notes. */
    private String reason() {
        Fields observation = segments.first("OBR");
        String said = Stream.concat(
                        Stream.of(observation.get(13), observation.get(31, 0, 2), observation.get(31)),
                        segments.each("NTE").stream().map(note -> note.get(3)))
                .filter(one -> !one.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        return Texts.required(said, "What is asked, in OBR-13, OBR-31 or NTE-3,", Texts.NOTE);
    }

    private String withdrawal() {
        Fields order = segments.first("ORC");
        String said = Stream.of(
                        order.get(16, 0, 2),
                        order.get(16),
                        segments.first("NTE").get(3))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("Taken back without a reason");
        return Texts.required(said, "The reason (ORC-16)", Texts.LINE);
    }

    private News person(PerformerId requester, Facilities facilities) {
        Fields pid = segments.first("PID");
        Facility sender = facilities
                .sender(header.application(), header.facility())
                .orElseGet(() -> stranger(requester, facilities));
        List<Identifier> identifiers = new Numbers(facilities, sender).identifiers(pid, 3);
        if (identifiers.isEmpty()) {
            throw new Rejected(
                    "no-identifier", "PID-3 holds no number of type MR or PI, so nobody can tell whom this is about.");
        }
        Person person = new Person(pid, segments.first("IN1"), times);
        return new News(
                sender.code(),
                at(),
                "360X",
                identifiers,
                person.demographics(),
                new News.Life.Unsaid(),
                List.of(),
                List.of(),
                Confidentiality.guards(segments));
    }

    /** Numbers of a requester that reports no stays are kept apart under its id in the directory. */
    private static Facility stranger(PerformerId requester, Facilities facilities) {
        String code = UUID.nameUUIDFromBytes(requester.value().getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Facility(
                "360X",
                code,
                requester.value(),
                facilities.clinicTimeZone(),
                new Assigner(requester.value(), null, null),
                null,
                null);
    }

    /** When it was asked, never later than now: clocks of others may be ahead. */
    private Instant at() {
        Instant told = times.instant(header.component(7, 1), "MSH-7");
        return told == null || told.isAfter(now) ? now : told;
    }
}
