package care.throughline.query.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a person's timeline, the newest first.
 *
 * @param before the position to pass for the next page, null at the end
 */
public record Moments(List<Moment> moments, @Nullable Long before) {

    /** Ends the sentence about an event whose words are not for the viewer. */
    static final String KEPT_APART = "; the note is kept apart";

    /**
     * One event in plain words.
     *
     * @param patient the record under which it was told
     * @param name the stable name of the event
     * @param topic what it is about, see {@link Filter}
     * @param quote what somebody wrote in their own words, null if nobody did
     * @param told who told us
     * @param late how late we were told, empty if we were not
     * @param happenedAt as told by the source, an instant
     * @param recordedAt by the store's clock
     * @param correlation the message or request that started it
     */
    public record Moment(
            long position,
            String patient,
            String name,
            String topic,
            String sentence,
            @Nullable String quote,
            List<Changed> changes,
            String told,
            String late,
            Instant happenedAt,
            Instant recordedAt,
            String actor,
            String role,
            String source,
            String correlation) {

        /** The time that the order goes by. */
        public Instant at(Order order) {
            return switch (order) {
                case HAPPENED -> happenedAt;
                case RECORDED -> recordedAt;
            };
        }

        /** Whether it has words that are not for the viewer. */
        public boolean isKeptApart() {
            return sentence.endsWith(KEPT_APART);
        }

        /** The message it came by, empty if it came by none. */
        public String message() {
            return correlation.startsWith("msg_") ? correlation : "";
        }
    }

    /** One aspect that changed; empty text for none. */
    public record Changed(String what, String from, String to) {}

    /** By which of its two times a timeline is ordered. */
    public enum Order {
        /** When it happened, as told; what happened at the same moment by when we learned it. */
        HAPPENED("When it happened", "happened_at, position"),
        /** When we learned it. */
        RECORDED("When we learned it", "position");

        private final String label;
        private final String columns;

        Order(String label, String columns) {
            this.label = label;
            this.columns = columns;
        }

        public String label() {
            return label;
        }

        /** The columns it goes by, the last of them unique. */
        String columns() {
            return columns;
        }

        /** The same, the last first. */
        String descending() {
            return columns.replace(",", " desc,") + " desc";
        }
    }

    /** What a reader wants to see. */
    public enum Filter {
        /** What matters: all but details and messages. */
        STORY("The story"),
        STAYS("Visits"),
        WORK("Our work"),
        PERSON("Who they are"),
        ALL("Everything");

        private final String label;

        Filter(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        List<String> topics() {
            return switch (this) {
                case STORY ->
                    List.of("PERSON", "STAY", "TRANSITION", "TEAM", "REFERRAL", "AUTHORIZATION", "APPOINTMENT");
                case STAYS -> List.of("STAY");
                case WORK -> List.of("TRANSITION", "TEAM", "REFERRAL", "AUTHORIZATION", "APPOINTMENT");
                case PERSON -> List.of("PERSON");
                case ALL ->
                    List.of(
                            "PERSON",
                            "STAY",
                            "TRANSITION",
                            "TEAM",
                            "REFERRAL",
                            "AUTHORIZATION",
                            "APPOINTMENT",
                            "MESSAGE",
                            "DETAIL");
            };
        }
    }
}
