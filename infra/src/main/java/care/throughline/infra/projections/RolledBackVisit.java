package care.throughline.infra.projections;

import care.throughline.infra.store.EventsAt;
import care.throughline.query.past.Past;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One look at the past, within one transaction that is rolled back, on tables that nobody else uses meanwhile. */
final class RolledBackVisit implements Past.Visit {

    private static final int PAGE = 1_000;
    private static final Pattern QUALIFIER = Pattern.compile("\\b([a-z][a-z0-9_]*)\\.");

    private final Function<String, PastModel> readModels;
    private final JdbcClient db;
    private final EventsAt events;
    private final PastPlace place;
    private final PastTables.Taken taken;
    private final Map<String, String> schemas = new HashMap<>();
    private final Map<Long, List<TrackedEventMessage<?>>> read = new HashMap<>();

    RolledBackVisit(
            Function<String, PastModel> readModels,
            JdbcClient db,
            EventsAt events,
            PastPlace place,
            PastTables.Taken taken) {
        this.readModels = readModels;
        this.db = db;
        this.events = events;
        this.place = place;
        this.taken = taken;
    }

    @Override
    public void apply(String readModel, List<Long> positions) {
        PastModel target = readModels.apply(readModel);
        String schema = schemas.computeIfAbsent(readModel, name -> target.schemaIn(taken));
        for (int from = 0; from < positions.size(); from += PAGE) {
            target.apply(events(positions.subList(from, Math.min(from + PAGE, positions.size()))), schema, place);
        }
    }

    /** The same event usually concerns several read models; its payload is opened once. */
    private List<TrackedEventMessage<?>> events(List<Long> positions) {
        if (read.size() > PAGE) {
            read.clear();
        }
        List<Long> missing = positions.stream()
                .filter(position -> !read.containsKey(position))
                .toList();
        missing.forEach(position -> read.put(position, new ArrayList<>(1)));
        if (!missing.isEmpty()) {
            events.at(missing)
                    .forEach(event -> Objects.requireNonNull(read.get(Care.positionOf(event)))
                            .add(event));
        }
        return positions.stream()
                .flatMap(position -> Objects.requireNonNull(read.get(position)).stream())
                .toList();
    }

    @Override
    public JdbcClient tables() {
        return sql -> db.sql(
                QUALIFIER.matcher(sql).replaceAll(found -> schemas.getOrDefault(found.group(1), found.group(1)) + "."));
    }
}
