package care.throughline.query.desk;

import care.throughline.events.ReferralId;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the worklist as of now, in the organisation's zone, and explains what it finds. */
@Component
class DeskDay {

    private static final int PAGE = 50;

    private final Worklists worklists;
    private final ReferralWork referrals;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    DeskDay(Worklists worklists, ReferralWork referrals, Names names, Clock clock, ZoneId zone) {
        this.worklists = worklists;
        this.referrals = referrals;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    DeskPage page(String viewer, Filter filter, @Nullable Place after, String open) {
        Instant now = clock.instant();
        LocalDate today = today(now);
        Found found = find(new FindWorklist(viewer, filter, today, now, after, PAGE));
        return new DeskPage(
                filter, found.lines(), found.next(), count(viewer, today, now), now, zone, open, viewer, names);
    }

    /** One line alone, its panel open or not. */
    Optional<DeskPage> line(String viewer, Filter filter, String item, boolean open) {
        Instant now = clock.instant();
        return show(item, today(now))
                .map(shown -> new DeskPage(
                        filter, List.of(shown), null, Map.of(), now, zone, open ? item : "", viewer, names));
    }

    DeskAnswer answer(String viewer, Filter filter, @Nullable Place after, int size) {
        Instant now = clock.instant();
        LocalDate today = today(now);
        Found found = find(new FindWorklist(viewer, filter, today, now, after, size));
        Place next = found.next();
        return new DeskAnswer(filter, today, now, found.lines(), next == null ? null : next.toString());
    }

    /** One page of all kinds of work in one order. */
    private Found find(FindWorklist query) {
        Worklist transitions = worklists.find(query);
        int size = query.size();
        List<Shown> lines = Stream.<Shown>concat(
                        transitions.lines().stream().map(line -> ShownLine.of(line, query.today(), zone, names)),
                        referrals.find(query, size + 1).entrySet().stream()
                                .map(one -> ShownReferral.of(one.getValue(), one.getKey(), query.today(), zone, names)))
                .sorted(Shown.IN_ORDER)
                .limit(size + 1L)
                .toList();
        boolean more = lines.size() > size || transitions.next() != null;
        List<Shown> shown = lines.subList(0, Math.min(size, lines.size()));
        return new Found(shown, more ? shown.getLast().place() : null);
    }

    private Optional<Shown> show(String item, LocalDate today) {
        return item.startsWith(ReferralId.PREFIX)
                ? referrals.show(item).map(one -> ShownReferral.of(one.getValue(), one.getKey(), today, zone, names))
                : worklists.show(item).map(line -> ShownLine.of(line, today, zone, names));
    }

    private Map<Filter, Integer> count(String viewer, LocalDate today, Instant now) {
        Map<Filter, Integer> counts = worklists.count(viewer, today, now);
        counts.replaceAll((filter, count) -> count + referrals.count(filter, viewer, today));
        return counts;
    }

    private record Found(List<Shown> lines, @Nullable Place next) {}

    private LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}
