package care.throughline.infra.projections;

import care.throughline.events.EventName;
import care.throughline.events.EventNames;
import care.throughline.infra.store.EventsAt;
import care.throughline.query.Projection;
import care.throughline.query.past.Past;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies events of the past to the projections' own handlers, in schemas that are made within a transaction and vanish
 * with it: it is always rolled back, so nobody else ever sees them.
 */
final class ReplayedPast implements Past {

    /** Each holds a writers' connection while it looks. */
    private static final int AT_ONCE = 2;

    private final Map<String, ReadModel> readModels = new HashMap<>();
    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private final EventsAt events;
    private final Semaphore doors = new Semaphore(AT_ONCE, true);

    /** A projection and the way to call it. */
    record ReadModel(Projection projection, AnnotationEventHandlerAdapter handlers) {}

    ReplayedPast(
            List<Projection> projections,
            ParameterResolverFactory parameters,
            TransactionTemplate transaction,
            JdbcClient db,
            EventsAt events) {
        projections.forEach(projection -> readModels.put(
                projection.name(),
                new ReadModel(projection, new AnnotationEventHandlerAdapter(projection, parameters))));
        this.transaction = transaction;
        this.db = db;
        this.events = events;
    }

    @Override
    public List<String> eventsOf(String readModel) {
        AnnotationEventHandlerAdapter handlers = of(readModel).handlers();
        return EventNames.all().stream()
                .filter(handlers::canHandleType)
                .map(EventNames::of)
                .map(EventName::value)
                .toList();
    }

    @Override
    public <T> T visit(Function<Visit, T> look) {
        doors.acquireUninterruptibly();
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                return look.apply(new RolledBackVisit(this::of, db, events));
            }));
        } finally {
            doors.release();
        }
    }

    private ReadModel of(String name) {
        return Objects.requireNonNull(readModels.get(name), () -> "there is no projection called " + name);
    }
}
