package care.throughline.infra.projections;

import care.throughline.infra.projections.ReplayedPast.ReadModel;
import care.throughline.infra.store.EventsAt;
import care.throughline.query.past.Past;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One look at the past, within one transaction. */
final class RolledBackVisit implements Past.Visit {

    private static final int PAGE = 1_000;

    /** So few events are found without an index, and making one costs more than applying an event. */
    private static final int FEW = 300;

    private static final Pattern TO_FIND_BY = Pattern.compile("(?m)^\\s*create index on [^;]*;");
    private static final Pattern QUALIFIER = Pattern.compile("\\b([a-z][a-z0-9_]*)\\.");

    private final Function<String, ReadModel> readModels;
    private final JdbcClient db;
    private final EventsAt events;
    private final Map<String, String> schemas = new HashMap<>();

    RolledBackVisit(Function<String, ReadModel> readModels, JdbcClient db, EventsAt events) {
        this.readModels = readModels;
        this.db = db;
        this.events = events;
    }

    @Override
    public void apply(String readModel, List<Long> positions) {
        ReadModel target = readModels.apply(readModel);
        enter(schemas.computeIfAbsent(readModel, name -> create(target, ddl(target, positions.size()))));
        for (int from = 0; from < positions.size(); from += PAGE) {
            handleTogether(target, events.at(positions.subList(from, Math.min(from + PAGE, positions.size()))));
        }
    }

    /** As one batch: what the events change together is written together. */
    private static void handleTogether(ReadModel target, List<TrackedEventMessage<?>> page) {
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(null);
        try {
            CollectedRows.collectIn(batch, Runnable::run);
            page.forEach(event -> handle(target, event));
            batch.commit();
        } finally {
            if (batch.isActive()) {
                batch.rollback();
            }
        }
    }

    /** Of this backend alone: another that looks at the same time uses another name, so that neither waits. */
    private String create(ReadModel target, String ddl) {
        String schema = "past_%d_%s"
                .formatted(
                        db.sql("select pg_backend_pid()").query(Integer.class).single(),
                        target.projection().name());
        db.sql("create schema " + schema).update();
        enter(schema);
        db.sql(ddl).update();
        return schema;
    }

    /** Of a list the first events may be few and more may come; of one person they come at once. */
    private static String ddl(ReadModel target, int events) {
        String ddl = target.projection().ddl();
        return events > 0 && events <= FEW ? TO_FIND_BY.matcher(ddl).replaceAll("") : ddl;
    }

    private void enter(String schema) {
        db.sql("select set_config('search_path', ?, true)")
                .param(schema)
                .query(String.class)
                .single();
    }

    private static void handle(ReadModel target, EventMessage<?> event) {
        try {
            target.handlers().handle(event);
        } catch (Exception failure) {
            throw new IllegalStateException(
                    target.projection().name() + " cannot apply the event at " + Care.positionOf(event) + " again",
                    failure);
        }
    }

    @Override
    public JdbcClient tables() {
        return sql -> db.sql(
                QUALIFIER.matcher(sql).replaceAll(found -> schemas.getOrDefault(found.group(1), found.group(1)) + "."));
    }
}
