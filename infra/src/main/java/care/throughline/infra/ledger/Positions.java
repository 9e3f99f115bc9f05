package care.throughline.infra.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Positions as ascending ranges, written {@code 3-5,9}, or {@code none}. */
record Positions(List<Range> ranges) {

    /** From one position to another, both included. */
    record Range(long from, long to) {

        @Override
        public String toString() {
            return from == to ? Long.toString(from) : from + "-" + to;
        }
    }

    /**
     * @param chosen ascending, or null for all
     * @param size beyond the last that can be had
     */
    static Positions of(@Nullable List<Long> chosen, long size) {
        if (chosen == null) {
            return new Positions(size == 0 ? List.of() : List.of(new Range(0, size - 1)));
        }
        List<Range> ranges = new ArrayList<>();
        for (long position : chosen) {
            if (position >= size) {
                break;
            }
            int last = ranges.size() - 1;
            if (last >= 0 && ranges.get(last).to() + 1 == position) {
                ranges.set(last, new Range(ranges.get(last).from(), position));
            } else {
                ranges.add(new Range(position, position));
            }
        }
        return new Positions(ranges);
    }

    boolean isAllOf(long size) {
        return ranges.equals(List.of(new Range(0, size - 1)));
    }

    @Override
    public String toString() {
        return ranges.isEmpty() ? "none" : ranges.stream().map(Range::toString).collect(Collectors.joining(","));
    }
}
