package care.throughline.verifier;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one flat JSON object of texts, whole numbers and nulls, strictly; nothing else is in a line of an export. */
final class Json {

    private final String line;
    private int at;

    private Json(String line) {
        this.line = line;
    }

    /** The members by name; a number is a Long, null is null.
     *
     * @throws IllegalArgumentException if it is not exactly one such object, or a name stands in it twice
     */
    static Map<String, @Nullable Object> object(String line) {
        Json json = new Json(line);
        Map<String, @Nullable Object> members = new HashMap<>();
        json.expect('{');
        do {
            String name = json.text();
            json.expect(':');
            if (members.containsKey(name)) {
                throw new IllegalArgumentException(name + " stands there twice");
            }
            members.put(name, json.value());
        } while (json.comes(','));
        json.expect('}');
        if (json.at != line.length()) {
            throw new IllegalArgumentException("there is more after the object");
        }
        return members;
    }

    private @Nullable Object value() {
        if (next() == '"') {
            return text();
        }
        if (line.startsWith("null", at)) {
            at += "null".length();
            return null;
        }
        return number();
    }

    private Long number() {
        int from = at;
        while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
            at++;
        }
        String digits = line.substring(from, at);
        if (digits.length() > 1 && digits.startsWith("0")) {
            throw new IllegalArgumentException("a number starts with 0");
        }
        return Long.valueOf(digits);
    }

    private String text() {
        expect('"');
        int from = at;
        int end = line.indexOf('"', from);
        int escape = line.indexOf('\\', from);
        if (end >= 0 && (escape < 0 || escape > end)) {
            at = end + 1;
            return line.substring(from, end);
        }
        return escaped();
    }

    private String escaped() {
        StringBuilder text = new StringBuilder();
        int plain = at;
        for (char each = next(); each != '"'; each = next()) {
            if (each == '\\') {
                text.append(line, plain, at++).append(escape());
                plain = at;
            } else {
                at++;
            }
        }
        return text.append(line, plain, at++).toString();
    }

    private char escape() {
        char kind = next();
        at++;
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new IllegalArgumentException("there is no escape \\" + kind);
        };
    }

    private char unicode() {
        if (at + 4 > line.length()) {
            throw new IllegalArgumentException("the line ends within an escape");
        }
        at += 4;
        return (char) HexFormat.fromHexDigits(line, at - 4, at);
    }

    private boolean comes(char wanted) {
        if (next() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char wanted) {
        if (!comes(wanted)) {
            throw new IllegalArgumentException(wanted + " is missing at " + at);
        }
    }

    private char next() {
        if (at >= line.length()) {
            throw new IllegalArgumentException("the line ends too early");
        }
        return line.charAt(at);
    }
}
