package care.throughline.command.hl7;

import care.throughline.command.Rejected;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Turns bytes into text by the character set that the header names (HL7 table 0211); nothing is guessed or replaced. */
final class Charsets {

    private static final Map<String, Charset> NAMED = Map.ofEntries(
            Map.entry("", StandardCharsets.UTF_8),
            Map.entry("ASCII", StandardCharsets.US_ASCII),
            Map.entry("UNICODE", StandardCharsets.UTF_8),
            Map.entry("UNICODE UTF-8", StandardCharsets.UTF_8),
            Map.entry("UTF-8", StandardCharsets.UTF_8),
            Map.entry("UNICODE UTF-16", StandardCharsets.UTF_16),
            Map.entry("8859/1", StandardCharsets.ISO_8859_1),
            Map.entry("8859/2", Charset.forName("ISO-8859-2")),
            Map.entry("8859/5", Charset.forName("ISO-8859-5")),
            Map.entry("8859/7", Charset.forName("ISO-8859-7")),
            Map.entry("8859/9", Charset.forName("ISO-8859-9")),
            Map.entry("8859/15", Charset.forName("ISO-8859-15")));

    private Charsets() {}

    /** The text of a message.
     *
     * @throws Rejected if we do not know the character set, the bytes are not in it, or there are control characters
     */
    static String text(byte[] message, String named) {
        Charset charset = NAMED.get(named.strip());
        if (charset == null) {
            throw new Rejected(
                    "charset-unknown", "MSH-18 names a character set we do not read; UNICODE UTF-8 is always right.");
        }
        try {
            return clean(charset.newDecoder().decode(ByteBuffer.wrap(message)).toString());
        } catch (CharacterCodingException e) {
            throw new Rejected(
                    "bytes-do-not-match-charset",
                    "The bytes are not in the character set of MSH-18, so names would come out wrong.");
        }
    }

    /** Line ends as HL7 wants them; other control characters have no place in a message. */
    private static String clean(String text) {
        String lines = text.replace("\r\n", "\r").replace('\n', '\r');
        if (lines.chars().anyMatch(c -> Character.isISOControl(c) && c != '\r' && c != '\t')) {
            throw new Rejected("control-characters", "The text holds control characters.");
        }
        return lines;
    }
}
