package care.throughline.command.hl7;

import care.throughline.command.Rejected;
import care.throughline.command.intake.Facilities;
import care.throughline.command.intake.Facility;
import care.throughline.command.intake.Reader;
import care.throughline.command.intake.Reading;
import care.throughline.command.intake.Reading.Head;
import care.throughline.command.intake.Reading.Refusal;
import care.throughline.events.Sensitivity;
import care.throughline.events.intake.IntakeEvent.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads HL7 v2 ADT messages, versions 2.3 to 2.5.1, as the facilities' configuration says. */
public final class AdtReader implements Reader {

    private static final Set<String> VERSIONS = Set.of("2.3", "2.3.1", "2.4", "2.5", "2.5.1");

    private final Facilities facilities;

    public AdtReader(Facilities facilities) {
        this.facilities = facilities;
    }

    @Override
    public String channel() {
        return "mllp";
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
        Facility sender;
        Trigger trigger;
        try {
            sender = sender(header);
            mustBeProduction(header);
            trigger = Trigger.of(header);
        } catch (Rejected e) {
            return refused(head, Answer.AR, e);
        }
        try {
            Segments segments = Segments.of(Charsets.text(message, header.charset()));
            return new Reading.Understood(
                    head, new Adt(header, trigger, segments, sender, facilities).news(), List.of());
        } catch (Rejected e) {
            return refused(head, Answer.AE, e);
        }
    }

    private Facility sender(Msh header) {
        if (!VERSIONS.contains(header.version())) {
            throw new Rejected("unsupported-version", "MSH-12 holds no version from 2.3 to 2.5.1.");
        }
        if (header.controlId().isBlank()) {
            throw new Rejected("no-control-id", "MSH-10 is empty, so a repeat could not be told from news.");
        }
        return facilities
                .sender(header.application(), header.facility())
                .orElseThrow(() -> new Rejected(
                        "unknown-sender", "MSH-3 and MSH-4 name no sender in the facilities' configuration."));
    }

    /** HL7 table 0103: what is sent for training or debugging is told of nobody, so it never becomes part of a record. */
    private static void mustBeProduction(Msh header) {
        if (!header.processing().equals("P")) {
            throw new Rejected(
                    "not-production", "MSH-11 does not say P (production), so nothing of this message was applied.");
        }
    }

    private static Reading refused(Head head, Answer answer, Rejected why) {
        return new Reading.Refused(head, new Refusal(answer, why.reason(), String.valueOf(why.getMessage())));
    }

    private Head head(Optional<Msh> header, byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        return header.map(msh -> new Head(
                        source(msh),
                        msh.application(),
                        msh.facility(),
                        msh.controlId(),
                        msh.kind(),
                        withoutTime(msh, text),
                        labels(msh)))
                .orElse(new Head("hl7:unknown", "", "", "", "", text, Set.of()));
    }

    private Set<Sensitivity> labels(Msh header) {
        return facilities
                .sender(header.application(), header.facility())
                .map(Facility::labels)
                .orElse(Set.of());
    }

    private String source(Msh header) {
        return facilities
                .sender(header.application(), header.facility())
                .map(sender -> "hl7:" + sender.code())
                .orElse("hl7:unknown");
    }

    /** The text as it would be had it been sent at any other time. */
    static String withoutTime(Msh header, String text) {
        int[] range = header.timeRange();
        return text.substring(0, range[0]) + text.substring(range[1]);
    }
}
