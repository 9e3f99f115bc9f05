package care.throughline.query.desk;

import care.throughline.query.Names;
import care.throughline.query.desk.FindWorklist.Filter;
import care.throughline.query.desk.FindWorklist.Place;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the worklist as of now, in the organisation's zone, and explains what it finds. */
@Component
class DeskDay {

    private static final int PAGE = 50;

    private final Worklists worklists;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    DeskDay(Worklists worklists, Names names, Clock clock, ZoneId zone) {
        this.worklists = worklists;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    DeskPage page(String viewer, Filter filter, @Nullable Place after, String open) {
        Instant now = clock.instant();
        LocalDate today = today(now);
        Worklist found = worklists.find(new FindWorklist(viewer, filter, today, now, after, PAGE));
        return new DeskPage(
                filter,
                explained(found, today),
                found.next(),
                worklists.count(viewer, today, now),
                now,
                zone,
                open,
                viewer,
                names);
    }

    /** One line alone, its panel open or not. */
    Optional<DeskPage> line(String viewer, Filter filter, String item, boolean open) {
        Instant now = clock.instant();
        return worklists
                .show(item)
                .map(line -> new DeskPage(
                        filter,
                        List.of(ShownLine.of(line, today(now), zone, names)),
                        null,
                        Map.of(),
                        now,
                        zone,
                        open ? item : "",
                        viewer,
                        names));
    }

    DeskAnswer answer(String viewer, Filter filter, @Nullable Place after, int size) {
        Instant now = clock.instant();
        LocalDate today = today(now);
        Worklist found = worklists.find(new FindWorklist(viewer, filter, today, now, after, size));
        Place next = found.next();
        return new DeskAnswer(filter, today, now, explained(found, today), next == null ? null : next.toString());
    }

    private List<ShownLine> explained(Worklist found, LocalDate today) {
        return found.lines().stream()
                .map(line -> ShownLine.of(line, today, zone, names))
                .toList();
    }

    private LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}
