package care.throughline.query.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of the worklist, in order: missed clocks, then soonest due, then risk, then age.
 *
 * @param viewer the account that {@link Filter#MINE} and {@link Filter#OFFERED} are about
 * @param today the day in the organisation's zone by which clocks are missed and windows lapse
 * @param now the moment by which snoozed lines return
 * @param after the place of the last line already shown, null for the first page
 * @param size how many lines at most, 1 to 200
 */
public record FindWorklist(
        String viewer,
        Filter filter,
        LocalDate today,
        Instant now,
        @Nullable Place after,
        int size) {

    public FindWorklist {
        size = Math.clamp(size, 1, 200);
    }

    /** Which lines of the worklist. */
    public enum Filter {
        /** I am accountable. */
        MINE("Mine"),
        /** Everybody's, taken or not. */
        ALL("All"),
        /** Nobody is accountable. */
        UNASSIGNED("Unassigned"),
        /** A clock is missed. */
        OVERDUE("Overdue"),
        /** A colleague asks me to take over. */
        OFFERED("Offered to me"),
        /** Put aside until later. */
        SNOOZED("Snoozed");

        private final String label;

        Filter(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Where a line stands in the order; as text it is the cursor of the next page. */
    public record Place(LocalDate nextDue, int riskRank, LocalDate dischargeDate, String item)
            implements Comparable<Place> {

        private static final Comparator<Place> IN_ORDER = Comparator.comparing(Place::nextDue)
                .thenComparingInt(Place::riskRank)
                .thenComparing(Place::dischargeDate)
                .thenComparing(Place::item);

        /** Reads a cursor.
         *
         * @throws IllegalArgumentException if the text is none
         */
        public static Place parse(String cursor) {
            String[] parts = cursor.split("~", -1);
            if (parts.length != 4) {
                throw new IllegalArgumentException("this is not a place in the worklist");
            }
            try {
                return new Place(
                        LocalDate.parse(parts[0]), Integer.parseInt(parts[1]), LocalDate.parse(parts[2]), parts[3]);
            } catch (java.time.DateTimeException | NumberFormatException unreadable) {
                throw new IllegalArgumentException("this is not a place in the worklist", unreadable);
            }
        }

        @Override
        public int compareTo(Place other) {
            return IN_ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return nextDue + "~" + riskRank + "~" + dischargeDate + "~" + item;
        }
    }
}
