package care.throughline.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an operator sees of the messages that leave for performers' systems, and can do about them; infra provides it. */
public interface Outbox {

    /** Those that were not sent and not given up, the oldest first, at most 200. */
    List<Message> open();

    /** Those that are settled, the last first, at most 50. */
    List<Message> settled();

    /** What each performer's system is told about a referral, by the id of the performer: the first message that is open, else
     * the last one. */
    Map<String, Message> telling(String referral);

    /** How many are stuck: refused, or waiting for longer than a quarter of an hour. */
    int stuck();

    /** Tries one again at once.
     *
     * @throws IllegalArgumentException if none of this number is open
     */
    void retry(long number);

    /** Gives one up: it is never sent; who said so, and why, is kept.
     *
     * @throws IllegalArgumentException if none of this number is open
     */
    void giveUp(long number, String reason, String by);

    /**
     * One message.
     *
     * @param effect what it is for, a code
     * @param controlId by which its receiver recognises it
     * @param performer the name of whoever it goes to
     * @param state WAITING, REFUSED, SENT, GIVEN_UP or ERASED
     * @param answer what was answered last, as a code without words of the other side; empty for nothing
     * @param dueAt when it is tried next, if it waits
     * @param stuck true if a person has to look
     * @param settledBy who gave it up
     * @param reason why it was given up
     */
    record Message(
            long number,
            String effect,
            String controlId,
            String referral,
            String performer,
            String state,
            int tries,
            String answer,
            Instant queuedAt,
            Instant dueAt,
            boolean stuck,
            @Nullable Instant settledAt,
            @Nullable String settledBy,
            @Nullable String reason) {}
}
