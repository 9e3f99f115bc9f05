package care.throughline.events.round;

import org.jspecify.annotations.Nullable;

/**
 * What came of one line.
 *
 * @param refusal the code of why it was not done, null if it was
 * @param sentence the same for people, without personal data, null if it was done
 */
public record RoundOutcome(
        WorkItemId item, @Nullable String refusal, @Nullable String sentence) {

    public static RoundOutcome done(WorkItemId item) {
        return new RoundOutcome(item, null, null);
    }

    public boolean wasDone() {
        return refusal == null;
    }
}
