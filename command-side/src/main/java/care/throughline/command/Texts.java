package care.throughline.command;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people type in, checked where it comes in. */
public final class Texts {

    /** Room for a note of about a page. */
    public static final int NOTE = 4_000;

    /** Room for a reason or a name in a line or two. */
    public static final int LINE = 400;

    /** Room for a whole inbound message. */
    public static final int MESSAGE = 4_000_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{0,64}");

    private Texts() {}

    /** The text without blanks around it.
     *
     * @param what it is called on the screen, at the beginning of a sentence
     * @throws Rejected if it is empty or too long
     */
    public static String required(@Nullable String text, String what, int atMost) {
        String said = optional(text, what, atMost);
        if (said.isEmpty()) {
            throw new Rejected("text-missing", what + " is missing.");
        }
        return said;
    }

    /** The text without blanks around it, empty if there is none.
     *
     * @throws Rejected if it is too long
     */
    public static String optional(@Nullable String text, String what, int atMost) {
        String said = text == null ? "" : text.strip();
        if (said.length() > atMost) {
            throw new Rejected("text-too-long", what + " is too long: at most " + atMost + " characters.");
        }
        return said;
    }

    /** A name that a program made up, empty if there is none; it is stored in the open, so it is no place for words.
     *
     * @throws Rejected if it is longer than 64 characters or has others than letters, digits and {@code . _ : -}
     */
    public static String name(@Nullable String text, String what) {
        String said = text == null ? "" : text.strip();
        if (!NAME.matcher(said).matches()) {
            throw new Rejected("name-malformed", what + " has at most 64 letters, digits or . _ : - and no words.");
        }
        return said;
    }
}
