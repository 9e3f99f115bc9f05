package care.throughline.command.hl7;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header segment, read by hand so that a message no parser understands can still be filed and answered. */
record Msh(char separator, String delimiters, List<String> fields) {

    private static final int MAX_LENGTH = 4096;

    /** The header of these bytes, or empty if they do not begin with one. */
    static Optional<Msh> of(byte[] message) {
        String start = new String(message, 0, Math.min(message.length, MAX_LENGTH), StandardCharsets.ISO_8859_1);
        String line = start.split("[\r\n]", 2)[0];
        if (!line.startsWith("MSH") || line.length() < 8) {
            return Optional.empty();
        }
        List<String> fields = List.of(line.split(Pattern.quote(line.substring(3, 4)), -1));
        return fields.size() < 2 ? Optional.empty() : Optional.of(new Msh(line.charAt(3), fields.get(1), fields));
    }

    /** A field by its HL7 number, empty if it is not there. */
    String field(int number) {
        int index = number - 1;
        return index < fields.size() ? fields.get(index) : "";
    }

    /** A component of a field, counted from 1, empty if it is not there. */
    String component(int field, int number) {
        if (delimiters.isEmpty()) {
            return "";
        }
        String[] components = field(field).split(Pattern.quote(delimiters.substring(0, 1)), -1);
        return number <= components.length ? components[number - 1] : "";
    }

    String application() {
        return component(3, 1);
    }

    String facility() {
        return component(4, 1);
    }

    String controlId() {
        return field(10);
    }

    /** HL7 table 0103: P for production, T for training, D for debugging. */
    String processing() {
        return component(11, 1);
    }

    String version() {
        return component(12, 1);
    }

    /** Message code and trigger event, for example {@code ADT^A03}; empty if the declared delimiters give no such thing. */
    String kind() {
        String code = component(9, 1);
        String event = component(9, 2);
        return code.matches("[A-Z]{3}") && event.matches("[A-Z][0-9A-Z]{2}") ? code + "^" + event : "";
    }

    String event() {
        return component(9, 2);
    }

    /** The first character set named, empty if none is. */
    String charset() {
        String named = field(18);
        return delimiters.length() < 2 ? named : named.split(Pattern.quote(delimiters.substring(1, 2)), -1)[0];
    }

    /** Where the message time stands in the message: from, to (exclusive); both the same if there is none. */
    int[] timeRange() {
        if (fields.size() <= 6) {
            return new int[] {0, 0};
        }
        int from = 0;
        for (int i = 0; i < 6; i++) {
            from += fields.get(i).length() + 1;
        }
        return new int[] {from, from + fields.get(6).length()};
    }
}
