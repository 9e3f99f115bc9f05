package care.throughline.query.rounds;

import care.throughline.events.round.RoundAct;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of acting on several lines at once.
 *
 * @param coordinator who became accountable, null if nobody did
 * @param until when the lines come back, null if they did not go
 * @param finished false if it broke off; sent again, it goes on
 * @param done the lines that were done, in the order in which they were chosen
 * @param notDone the others, with why
 * @param undone true once it was taken back, as far as that was possible
 * @param takenBack the lines that were
 * @param stays those that were done and could not be taken back, with why
 */
public record ShownRound(
        String round,
        RoundAct act,
        @Nullable String coordinator,
        @Nullable Instant until,
        boolean finished,
        List<String> done,
        List<Left> notDone,
        boolean undone,
        List<String> takenBack,
        List<Left> stays) {

    /**
     * A line that was left as it was.
     *
     * @param reason a code
     * @param sentence the same for people
     */
    public record Left(String item, String reason, String sentence) {}

    /** How many lines were chosen. */
    public int chosen() {
        return done.size() + notDone.size();
    }
}
