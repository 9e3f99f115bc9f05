package care.throughline.query.timeline;

import care.throughline.events.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event in plain words.
 *
 * @param sentence may hold placeholders that {@link Phrases} fills in when it is read
 * @param quote what somebody wrote in their own words
 * @param subject what else it is about besides the person: a stay, a transition, an identifier, a message
 */
record Line(Topic topic, String sentence, @Nullable String quote, String subject) {

    /** What the reader of a timeline may want to see alone. */
    enum Topic {
        PERSON,
        STAY,
        TRANSITION,
        TEAM,
        REFERRAL,
        AUTHORIZATION,
        APPOINTMENT,
        MESSAGE,
        /** True, kept, and seldom of interest. */
        DETAIL
    }

    static Line of(Topic topic, String subject, String sentence) {
        return new Line(topic, sentence, null, subject);
    }

    /** With what somebody wrote, if anybody wrote anything. */
    Line saying(@Nullable Personal<String> words) {
        String said = words == null ? "" : words.value().orElse("(forgotten)");
        return new Line(topic, sentence, said.isBlank() ? null : said, subject);
    }

    static String facility(Object code) {
        return "{facility:" + code + "}";
    }

    static String staff(Object account) {
        return "{staff:" + account + "}";
    }

    static String performer(Object performer) {
        return "{performer:" + performer + "}";
    }

    static String record(Object patient) {
        return "{record:" + patient + "}";
    }

    static String at(Instant instant) {
        return "{at:" + instant + "}";
    }

    /** Text from outside, which must not be taken for a placeholder. */
    static String plain(String text) {
        return text.replace('{', '(').replace('}', ')');
    }
}
