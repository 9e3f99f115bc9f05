package care.throughline.query.loops;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What payers decided, and how fast. */
public final class RulingReports {

    private RulingReports() {}

    /** The numbers with the version of their definition and the position they were computed from. */
    public record Rulings(String definition, long position, Months months, By by, List<Ruled> lines) {}

    /**
     * The decisions of one specialty, performer or payer.
     *
     * @param name what the performer is called; null for a specialty or a payer
     * @param month of the decision, null for all together
     * @param decided on requests
     * @param partly those of them that granted part
     * @param denied those of them that granted nothing
     * @param inTime those of them that came before the payer's time was over
     * @param medianDays from the request to the decision, in calendar days; null if there was none
     * @param appeals decided in these months
     * @param overturned those of them that granted something
     */
    public record Ruled(
            String group,
            @Nullable String name,
            @Nullable YearMonth month,
            long decided,
            long partly,
            long denied,
            long inTime,
            @Nullable Double medianDays,
            long appeals,
            long overturned) {

        /** The share from 0 to 1 that was denied, or null of nothing. */
        public @Nullable Double denialRate() {
            return share(denied, decided);
        }

        /** The share from 0 to 1 that was decided in time, or null of nothing. */
        public @Nullable Double inTimeRate() {
            return share(inTime, decided);
        }

        /** The share from 0 to 1 of appeals that changed something, or null of nothing. */
        public @Nullable Double overturnRate() {
            return share(overturned, appeals);
        }

        private static @Nullable Double share(long some, long all) {
            return all == 0 ? null : (double) some / all;
        }
    }
}
