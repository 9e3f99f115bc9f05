package care.throughline.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/** The positions that an export must contain, as its note writes them: {@code 3-5,9}, or {@code none}. */
record Positions(List<Range> ranges) {

    /** From one position to another, both included. */
    record Range(long from, long to) {}

    static Positions parse(String text) throws Altered {
        List<Range> ranges = new ArrayList<>();
        long last = -1;
        for (String part : text.equals("none") ? new String[0] : text.split(",", -1)) {
            if (!part.matches("[0-9]{1,18}(-[0-9]{1,18})?")) {
                throw new Altered("the note of the export names no positions");
            }
            String[] ends = part.split("-", -1);
            Range range = new Range(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
            if (range.from() <= last || range.to() < range.from()) {
                throw new Altered("the note of the export names positions out of order");
            }
            last = range.to();
            ranges.add(range);
        }
        return new Positions(ranges);
    }

    long count() {
        return ranges.stream().mapToLong(range -> range.to() - range.from() + 1).sum();
    }

    /** Whether these are all positions of a tree of this size. */
    boolean isAllOf(long size) {
        return ranges.size() == 1 && ranges.get(0).equals(new Range(0, size - 1));
    }

    PrimitiveIterator.OfLong inOrder() {
        return ranges.stream()
                .flatMapToLong(range -> LongStream.rangeClosed(range.from(), range.to()))
                .iterator();
    }
}
