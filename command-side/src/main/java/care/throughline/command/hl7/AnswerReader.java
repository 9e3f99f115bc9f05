package care.throughline.command.hl7;

import care.throughline.command.Rejected;
import care.throughline.command.intake.Facilities;
import care.throughline.command.intake.Reader;
import care.throughline.command.intake.Reading;
import care.throughline.command.intake.Reading.Head;
import care.throughline.command.intake.Reading.Refusal;
import care.throughline.events.PerformerId;
import care.throughline.events.intake.IntakeEvent.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what other systems answer to our referrals and ask of us over HL7 v2, after IHE 360X. Who may send is in the directory. */
public final class AnswerReader implements Reader {

    private static final Set<String> VERSIONS =
            Set.of("2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.7.1", "2.8");
    private static final String REQUEST = "OMG^O19";
    private static final Set<String> KINDS =
            Set.of(REQUEST, "OSU^O51", "SIU^S12", "SIU^S13", "SIU^S14", "SIU^S15", "SIU^S26", "ORU^R01");

    private final SendingPerformers performers;
    private final Facilities facilities;
    private final ZoneId zone;
    private final Clock clock;

    /** @param facilities by which numbers of people are understood, and times without an offset */
    public AnswerReader(SendingPerformers performers, Facilities facilities, Clock clock) {
        this.performers = performers;
        this.facilities = facilities;
        this.zone = facilities.clinicTimeZone();
        this.clock = clock;
    }

    @Override
    public String channel() {
        return "mllp-360x";
    }

    /** Whether a message is one of these, as its header says. */
    static boolean reads(byte[] message) {
        return Msh.of(message).map(header -> KINDS.contains(header.kind())).orElse(false);
    }

    @Override
    public Reading read(byte[] message) {
        Optional<Msh> header = Msh.of(message);
        Head head = head(header, message);
        return header.map(msh -> read(msh, head, message))
                .orElseGet(() -> refused(
                        head, Answer.AR, new Rejected("no-header", "The message does not begin with a header (MSH).")));
    }

    private Reading read(Msh header, Head head, byte[] message) {
        try {
            mustBeOurs(header);
        } catch (Rejected e) {
            return refused(head, Answer.AR, e);
        }
        try {
            Segments segments = Segments.of(Charsets.text(message, header.charset()));
            if (header.kind().equals(REQUEST)) {
                Order order = new Order(header, segments, zone, clock.instant());
                return new Reading.Asks(head, List.of(order.ask(performer(header, ""), facilities)));
            }
            PerformerAnswer answer = new PerformerAnswer(header, segments, zone, clock.instant());
            return new Reading.Answers(head, List.of(answer.told(performer(header, answer.number()))));
        } catch (Rejected e) {
            return refused(head, Answer.AE, e);
        }
    }

    private void mustBeOurs(Msh header) {
        if (!VERSIONS.contains(header.version())) {
            throw new Rejected("unsupported-version", "MSH-12 holds no version from 2.3 to 2.8.");
        }
        if (header.controlId().isBlank()) {
            throw new Rejected("no-control-id", "MSH-10 is empty, so a repeat could not be told from news.");
        }
        performer(header, "");
        if (!header.processing().equals("P")) {
            throw new Rejected(
                    "not-production", "MSH-11 does not say P (production), so nothing of this message was applied.");
        }
        if (!KINDS.contains(header.kind())) {
            throw new Rejected(
                    "unsupported-event",
                    "MSH-9 holds no referral (OMG O19) and no answer to one: OSU O51, SIU S12-S15, S26, ORU R01.");
        }
    }

    private PerformerId performer(Msh header, String referral) {
        return performers
                .called(header.application(), header.facility(), referral)
                .orElseThrow(() ->
                        new Rejected("unknown-sender", "MSH-3 and MSH-4 name no performer's system in the directory."));
    }

    private static Reading refused(Head head, Answer answer, Rejected why) {
        return new Reading.Refused(head, new Refusal(answer, why.reason(), String.valueOf(why.getMessage())));
    }

    private Head head(Optional<Msh> header, byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        return header.map(msh -> new Head(
                        performers
                                .called(msh.application(), msh.facility(), "")
                                .map(performer -> "hl7:" + performer)
                                .orElse("hl7:unknown"),
                        msh.application(),
                        msh.facility(),
                        msh.controlId(),
                        msh.kind(),
                        AdtReader.withoutTime(msh, text),
                        Set.of()))
                .orElse(new Head("hl7:unknown", "", "", "", "", text, Set.of()));
    }
}
