package care.throughline.query.calendar;

import care.throughline.events.appointment.CommitmentKind;
import care.throughline.events.appointment.WeeklyTime;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standing week of a person.
 *
 * @param hours when they can come; at any time if there are none
 * @param review what a barrier review is due for, null if none is
 */
public record Standing(
        List<Commitment> commitments,
        List<WeeklyTime> hours,
        @Nullable Review review) {

    /**
     * Something the person is bound to at standing times.
     *
     * @param patient the record under which it was told
     * @param until its last day, null if it goes on
     * @param note in the words of whoever told it, empty if there are none
     */
    public record Commitment(
            String commitment,
            String patient,
            CommitmentKind kind,
            List<WeeklyTime> times,
            LocalDate since,
            @Nullable LocalDate until,
            String note) {

        /** True if it still goes on, or is to begin. */
        public boolean isLive(LocalDate today) {
            return until == null || !until.isBefore(today);
        }
    }

    /** That several appointments were missed, and by when somebody should have asked what keeps the person from coming. */
    public record Review(LocalDate due, List<Long> receipt, String rule) {}
}
