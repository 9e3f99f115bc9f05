package care.throughline.query.desk;

import care.throughline.events.round.RoundId;
import care.throughline.query.Names;
import care.throughline.query.desk.FindWorklist.Filter;
import care.throughline.query.desk.FindWorklist.Place;
import care.throughline.query.rounds.RoundReader;
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

    private final AllWork work;
    private final RoundReader rounds;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    DeskDay(AllWork work, RoundReader rounds, Names names, Clock clock, ZoneId zone) {
        this.work = work;
        this.rounds = rounds;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    DeskPage page(String viewer, Filter filter, @Nullable Place after, String open) {
        Instant now = clock.instant();
        LocalDate today = today(now);
        AllWork.Found found = work.find(new FindWorklist(viewer, filter, today, now, after, PAGE));
        return new DeskPage(
                filter, found.lines(), found.next(), work.count(viewer, today, now), now, zone, open, viewer, names);
    }

    /** One line alone, its panel open or not. */
    Optional<DeskPage> line(String viewer, Filter filter, String item, boolean open) {
        Instant now = clock.instant();
        return work.show(item, today(now), now)
                .map(shown -> new DeskPage(
                        filter, List.of(shown), null, Map.of(), now, zone, open ? item : "", viewer, names));
    }

    /** What came of a round, if this account began it. */
    Optional<RoundBanner> banner(String viewer, RoundId round) {
        Instant now = clock.instant();
        LocalDate today = today(now);
        return rounds.show(round, viewer)
                .map(shown -> RoundBanner.of(
                        shown,
                        names,
                        zone,
                        item -> work.show(item, today, now)
                                .map(Shown::who)
                                .orElse("A line that is not here any more")));
    }

    DeskAnswer answer(String viewer, Filter filter, @Nullable Place after, int size) {
        Instant now = clock.instant();
        LocalDate today = today(now);
        AllWork.Found found = work.find(new FindWorklist(viewer, filter, today, now, after, size));
        Place next = found.next();
        return new DeskAnswer(filter, today, now, found.lines(), next == null ? null : next.toString());
    }

    private LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}
