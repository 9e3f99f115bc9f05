package care.throughline.events.erasure;

import java.util.ArrayList;
import java.util.List;

/** Positions that follow one another, from the first to the last. */
public record Span(long from, long to) {

    /** @throws IllegalArgumentException if it ends before it begins */
    public Span {
        if (to < from) {
            throw new IllegalArgumentException("a span ends where it begins or later");
        }
    }

    /** The fewest spans that hold exactly these positions, which come in order and without repeats. */
    public static List<Span> of(Iterable<Long> positions) {
        List<Span> spans = new ArrayList<>();
        for (long position : positions) {
            if (!spans.isEmpty() && spans.getLast().to() == position - 1) {
                spans.set(spans.size() - 1, new Span(spans.getLast().from(), position));
            } else {
                spans.add(new Span(position, position));
            }
        }
        return List.copyOf(spans);
    }

    /** How many positions there are in it. */
    public long size() {
        return to - from + 1;
    }
}
