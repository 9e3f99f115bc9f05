package care.throughline.query.past;

import care.throughline.query.Accesses;
import care.throughline.query.past.PastList.Side;
import care.throughline.query.past.Recipe.Item;
import care.throughline.query.past.Recipe.Work;
import care.throughline.query.timeline.Moments.Filter;
import care.throughline.query.timeline.Moments.Moment;
import care.throughline.query.timeline.Timelines;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows a list of work at one moment, and at another. */
@Component
class PastLists {

    private static final int BETWEEN = 1_000;

    private final Past past;
    private final Concerned concerned;
    private final Timelines timelines;
    private final JdbcClient serving;
    private final Accesses accesses;
    private final ZoneId zone;

    PastLists(Past past, Concerned concerned, Timelines timelines, JdbcClient serving, Accesses accesses, ZoneId zone) {
        this.past = past;
        this.concerned = concerned;
        this.timelines = timelines;
        this.serving = serving;
        this.accesses = accesses;
        this.zone = zone;
    }

    /** The list at both moments, and what differs. */
    <T> PastList<T> show(Recipe<T> recipe, Then then, Then beside) {
        Side<T> one = side(recipe, then);
        Side<T> other = side(recipe, beside);
        boolean forward = then.position() <= beside.position();
        return new PastList<>(one, other, forward ? differences(recipe, one, other) : differences(recipe, other, one));
    }

    /** The list at this moment. The names of people come last, only for the lines that are shown. */
    <T> Side<T> side(Recipe<T> recipe, Then then) {
        LocalDate today = then.today(zone);
        if (then.now()) {
            return new Side<>(then, today, recipe.ask().of(serving, then, today));
        }
        Map<Work, List<Long>> work = new EnumMap<>(Work.class);
        recipe.works().forEach(one -> work.put(one, events(one, recipe, today, then)));
        return past.visit(visit -> {
            work.forEach((one, positions) -> visit.apply(one.readModel(), positions));
            visit.apply("patients", List.of());
            Side<T> nameless = new Side<>(then, today, recipe.ask().of(visit.tables(), then, today));
            Set<String> shown = recipe.items().apply(nameless).values().stream()
                    .map(Item::record)
                    .collect(Collectors.toSet());
            visit.apply("patients", concerned.events(shown, then, past.eventsOf("patients")));
            return new Side<>(then, today, recipe.ask().of(visit.tables(), then, today));
        });
    }

    private List<Long> events(Work work, Recipe<?> recipe, LocalDate today, Then then) {
        List<String> people =
                concerned.working(work, recipe.staff(), recipe.facility(), today.minusDays(recipe.keptDays()), then);
        return concerned.events(people, then, past.eventsOf(work.readModel()));
    }

    /** A line that reads differently, with the records under which the events that explain it were told. */
    private record Changed(Item line, Set<String> records, String earlier, String later) {

        static Changed of(@Nullable Item before, @Nullable Item after) {
            List<Item> lines = Stream.of(after, before).filter(Objects::nonNull).toList();
            return new Changed(
                    lines.getFirst(),
                    lines.stream()
                            .flatMap(line -> Stream.of(line.record(), line.person()))
                            .collect(Collectors.toSet()),
                    before == null ? "" : before.reads(),
                    after == null ? "" : after.reads());
        }

        Difference because(List<Moment> between) {
            return new Difference(
                    line.person(),
                    line.name(),
                    earlier,
                    later,
                    between.stream()
                            .filter(moment -> records.contains(moment.patient()))
                            .sorted(Comparator.comparing(
                                    moment -> moment.topic().equals("PERSON")))
                            .toList());
        }
    }

    private <T> List<Difference> differences(Recipe<T> recipe, Side<T> earlier, Side<T> later) {
        Map<String, Item> before = recipe.items().apply(earlier);
        Map<String, Item> after = recipe.items().apply(later);
        List<Changed> changed = Compared.of(reads(before), reads(after)).stream()
                .map(pair -> Changed.of(before.get(pair.fact()), after.get(pair.fact())))
                .toList();
        Set<String> open =
                changed.stream().flatMap(one -> one.records().stream()).collect(Collectors.toSet());
        open.removeAll(accesses.closedAmong(open));
        List<Moment> between = timelines.between(
                open,
                earlier.then().position(),
                later.then().position(),
                earlier.then().horizon(),
                Filter.STORY,
                BETWEEN);
        return changed.stream().map(one -> one.because(between)).toList();
    }

    private static Map<String, String> reads(Map<String, Item> items) {
        Map<String, String> reads = new LinkedHashMap<>();
        items.forEach((id, item) -> reads.put(id, item.reads()));
        return reads;
    }
}
