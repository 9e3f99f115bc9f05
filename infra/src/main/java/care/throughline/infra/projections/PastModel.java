package care.throughline.infra.projections;

import care.throughline.events.EventName;
import care.throughline.events.EventNames;
import care.throughline.query.Projection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** A read model whose projection can be told the past again, on any of the tables kept for that. */
final class PastModel {

    private final Projection projection;
    private final String name;
    private final AnnotationEventHandlerAdapter handlers;
    private final PastTables tables;
    private final Map<String, NamedTables> named = new ConcurrentHashMap<>();

    PastModel(Projection projection, ParameterResolverFactory parameters, PastTables tables) {
        this.projection = projection;
        this.name = PastTables.nameOf(projection);
        this.handlers = new AnnotationEventHandlerAdapter(projection, parameters);
        this.tables = tables;
    }

    /** What its tables are called in any set. */
    String name() {
        return name;
    }

    /** The names of the events that it handles. */
    List<String> events() {
        return EventNames.all().stream()
                .filter(handlers::canHandleType)
                .map(EventNames::of)
                .map(EventName::value)
                .toList();
    }

    /** The schema of its tables in this set, which are made if no look ever needed them. */
    String schemaIn(PastTables.Taken taken) {
        String schema = PastTables.schemaOf(taken.number(), name);
        if (!taken.schemas().contains(schema)) {
            tables.create(schema, projection);
        }
        return schema;
    }

    /** Applies the events to its tables in this schema as one batch: what they change together is written together. */
    void apply(List<TrackedEventMessage<?>> events, String schema, PastPlace place) {
        NamedTables statements = named.computeIfAbsent(schema, key -> new NamedTables(projection.ddl(), key));
        place.reading(statements::in, () -> handleTogether(events));
    }

    private void handleTogether(List<TrackedEventMessage<?>> page) {
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(null);
        try {
            CollectedRows.collectIn(batch, Runnable::run);
            page.forEach(this::handle);
            batch.commit();
        } finally {
            if (batch.isActive()) {
                batch.rollback();
            }
        }
    }

    private void handle(EventMessage<?> event) {
        try {
            handlers.handle(event);
        } catch (Exception failure) {
            throw new IllegalStateException(
                    projection.name() + " cannot apply the event at " + Care.positionOf(event) + " again", failure);
        }
    }
}
