package care.throughline.query.erasure;

import care.throughline.events.erasure.RecordClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The retention schedule with what is due by it.
 *
 * @param day on which it was looked, in the organisation's zone
 * @param runs each time that somebody wanted to let go of what is due, the last first
 */
public record Retention(LocalDate day, List<Line> lines, List<Run> runs) {

    /**
     * One class of records.
     *
     * @param before records that ended before this day are due
     * @param due how many are
     */
    public record Line(RecordClass recordClass, int months, String source, LocalDate before, int due) {}

    /**
     * One time that somebody wanted to let go of texts that were due.
     *
     * @param state PROPOSED, WITHDRAWN, APPROVED or COMPLETED
     * @param decidedBy who approved or withdrew it, null before
     * @param letGo how many texts nobody can read any more
     * @param held how many were due and stayed because of a legal hold, null before it was completed
     */
    public record Run(
            String run,
            RecordClass recordClass,
            LocalDate before,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            int letGo,
            @Nullable Integer held) {

        public boolean isWaiting() {
            return state.equals("PROPOSED");
        }
    }

    /** Whether texts of this class are due and nobody has put it forward yet. */
    public boolean canBePutForward(Line line) {
        boolean texts = line.recordClass() == RecordClass.MESSAGE || line.recordClass() == RecordClass.MESSAGE_ASIDE;
        return texts
                && line.due() > 0
                && runs.stream().noneMatch(run -> run.isWaiting() && run.recordClass() == line.recordClass());
    }

    /** Somebody whose retention period is over. */
    public record Person(String patient, @Nullable String name, LocalDate lastNews) {}
}
