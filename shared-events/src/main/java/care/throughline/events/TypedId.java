package care.throughline.events;

import java.util.regex.Pattern;

/** An opaque, prefixed identifier that carries no personal data and may appear in URLs and logs. */
public interface TypedId {

    Pattern SHAPE = Pattern.compile("[a-z]+_[A-Za-z0-9-]{1,64}");

    /** The identifier with its prefix, for example {@code pat_01j9...}. */
    String value();

    /** Fails with a sentence that says what was expected.
     *
     * @throws IllegalArgumentException if the value lacks the prefix or has characters other than letters, digits, dash
     */
    static void check(String prefix, String value) {
        if (!value.startsWith(prefix) || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("expected an identifier that starts with '" + prefix + "'");
        }
    }
}
