package care.throughline.command;

import org.jspecify.annotations.Nullable;

/** What people type in, checked where it comes in. */
public final class Texts {

    /** Room for a note of about a page. */
    public static final int NOTE = 4_000;

    /** Room for a reason or a name in a line or two. */
    public static final int LINE = 400;

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
}
