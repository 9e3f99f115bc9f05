package care.throughline.query.accesses;

import java.time.Instant;

/**
 * Asks for one page of accesses, the last recorded first.
 *
 * @param patient a record of the person it is about, empty for everybody
 * @param staff the account that looked, empty for all
 * @param since from this moment on
 * @param until before this moment
 * @param before only what was recorded before this position
 * @param size how many at most, 1 to 500
 */
public record FindAccesses(
        String patient, String staff, Outcome outcome, Instant since, Instant until, long before, int size) {

    /** No page is longer. */
    static final int MOST = 500;

    public FindAccesses {
        size = Math.clamp(size, 1, MOST + 1);
    }

    /** The same for one access more than fits, to know whether there are more. */
    FindAccesses oneMore() {
        return new FindAccesses(patient, staff, outcome, since, until, before, size + 1);
    }

    /** What became of them. */
    public enum Outcome {
        ALL("Shown and refused"),
        SHOWN("Shown"),
        REFUSED("Refused");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
