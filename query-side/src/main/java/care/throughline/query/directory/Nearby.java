package care.throughline.query.directory;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Says of performers how far away they are, leaves those who are open, and puts them in order. */
final class Nearby {

    private Nearby() {}

    /** @param found in order of room */
    static List<Entry> of(FindPerformers query, List<Entry> found) {
        LocalDateTime at = query.openAt();
        List<Entry> here = found.stream()
                .filter(entry -> at == null || entry.isOpen(at))
                .map(entry -> entry.away(miles(query.near(), entry.zip())))
                .toList();
        return switch (query.order()) {
            case ROOM -> here;
            case DISTANCE ->
                here.stream()
                        .sorted(comparing(Entry::miles, nullsLast(naturalOrder())))
                        .toList();
            case SEEN ->
                here.stream()
                        .sorted(comparing(Entry::daysToSeen, nullsLast(naturalOrder())))
                        .toList();
        };
    }

    /** To a tenth: the middle of an area is known to about half a mile. */
    private static @Nullable Double miles(@Nullable String from, String to) {
        OptionalDouble miles = from == null ? OptionalDouble.empty() : ZipAreas.miles(from, to);
        return miles.isEmpty() ? null : Math.round(miles.getAsDouble() * 10) / 10.0;
    }
}
