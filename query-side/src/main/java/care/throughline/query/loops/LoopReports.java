package care.throughline.query.loops;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers as they are answered, each with the version of its definition and the position it was computed from. */
public final class LoopReports {

    private LoopReports() {}

    /**
     * How many loops were closed within so many days.
     *
     * @param asOf whose days are over by then is judged, a day in the organisation's time zone
     */
    public record Closure(
            String definition, long position, LocalDate asOf, Months months, int within, By by, List<Closed> lines) {

        /** All lines together; a median cannot be told from medians, so there is none. */
        public Closed total() {
            return new Closed(
                    "",
                    null,
                    lines.stream().mapToLong(Closed::sent).sum(),
                    lines.stream().mapToLong(Closed::inTime).sum(),
                    lines.stream().mapToLong(Closed::closed).sum(),
                    null);
        }
    }

    /**
     * The loops of one specialty or performer.
     *
     * @param name what the performer is called; null for a specialty
     * @param sent those whose time is over
     * @param inTime those of them that were closed within it
     * @param closed those of them that were closed at all
     * @param medianDays from sending to closing, of those closed; null if none was
     */
    public record Closed(
            String group,
            @Nullable String name,
            long sent,
            long inTime,
            long closed,
            @Nullable Double medianDays) {

        /** The share from 0 to 1 closed in time, or null of nothing. */
        public @Nullable Double rate() {
            return sent == 0 ? null : (double) inTime / sent;
        }
    }

    /** How long it took from one milestone to another, of those that reached the second in these months. */
    public record Waits(
            String definition, long position, Months months, Milestone from, Milestone to, By by, List<Wait> lines) {}

    /** The waits of one specialty or performer, in calendar days. */
    public record Wait(String group, @Nullable String name, long count, double medianDays, int longestDays) {}

    /**
     * One referral behind a number.
     *
     * @param began the first day of what was counted
     * @param ended its last day, null if it has not come
     * @param counts whether it is in the numerator
     * @param receipt the positions of the events it was computed from
     */
    public record Member(
            String referral,
            String patient,
            LocalDate began,
            @Nullable LocalDate ended,
            @Nullable Integer days,
            boolean counts,
            List<Long> receipt) {

        /** The records it speaks of. */
        List<String> records() {
            return List.of(patient);
        }

        /** The same member, without which referral it is. */
        Member veiled() {
            return new Member("", "", began, ended, days, counts, receipt);
        }
    }
}
