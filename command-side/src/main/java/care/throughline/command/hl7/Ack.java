package care.throughline.command.hl7;

import care.throughline.command.intake.Reading.Refusal;
import care.throughline.events.intake.IntakeEvent.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes acknowledgments: MSA-2 repeats the control id, MSA-3 says under which id the message is kept and why it was
 * refused, and ERR says the reason in codes.
 */
final class Ack {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx").withZone(ZoneOffset.UTC);

    private static final AtomicLong NUMBER = new AtomicLong(System.currentTimeMillis());

    private Ack() {}

    /** The bytes of an answer, without frame, in the delimiters of the message. */
    static byte[] of(byte[] message, String keptAs, Optional<Refusal> refusal, Instant now) {
        Msh header = Msh.of(message)
                .filter(msh -> msh.delimiters().length() >= 4)
                .orElseGet(() -> new Msh('|', "^~\\&", java.util.List.of("MSH", "^~\\&")));
        String verdict = refusal.map(why -> refused(header, keptAs, why))
                .orElseGet(() -> line(header, "MSA", "AA", header.controlId(), keptAs));
        return (msh(header, now) + verdict).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String msh(Msh header, Instant now) {
        boolean modern = !header.version().startsWith("2.3");
        String c = header.delimiters().substring(0, 1);
        String type = modern && !header.event().isEmpty() ? "ACK" + c + header.event() + c + "ACK" : "ACK";
        return line(
                header,
                "MSH",
                header.delimiters(),
                "THROUGHLINE",
                header.field(6),
                header.field(3),
                header.field(4),
                TIME.format(now),
                "",
                type,
                "TL" + NUMBER.incrementAndGet(),
                header.field(11).isEmpty() ? "P" : header.field(11),
                header.version().isEmpty() ? "2.5.1" : header.version());
    }

    private static String refused(Msh header, String keptAs, Refusal why) {
        String text = keptAs.isEmpty() ? why.sentence() : keptAs + " " + why.sentence();
        return line(header, "MSA", why.answer().name(), header.controlId(), text) + err(header, why);
    }

    /** Up to version 2.4 the error is one composite; from 2.5 on it has fields of its own (HL7 table 0357). */
    private static String err(Msh header, Refusal why) {
        String c = header.delimiters().substring(0, 1);
        String sub = header.delimiters().substring(3, 4);
        String code = codeOf(why);
        return !header.version().startsWith("2.3") && !header.version().startsWith("2.4")
                ? line(header, "ERR", "", "", code + c + c + "HL70357", "E", why.reason(), "", "", why.sentence())
                : line(header, "ERR", c + c + c + code + sub + why.reason() + sub + "HL70357");
    }

    /** HL7 table 0357. */
    private static String codeOf(Refusal why) {
        if (why.reason().equals("not-production")) {
            return "202";
        }
        return why.answer() == Answer.AR ? "200" : "207";
    }

    private static String line(Msh header, String... fields) {
        return String.join(String.valueOf(header.separator()), fields) + "\r";
    }
}
