package care.throughline.infra.projections;

import care.throughline.infra.database.WorkersConnections;
import care.throughline.infra.store.EventsAt;
import care.throughline.query.past.Past;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies events of the past to the projections' own handlers, on empty tables that are kept for that, within a transaction that
 * is always rolled back, so nobody else ever sees them.
 */
final class ReplayedPast implements Past, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayedPast.class);

    /** Each holds a connection while it looks. */
    private static final int AT_ONCE = 2;

    private static final int SECONDS_UNTIL_CLEAN = 10;

    private final Map<String, PastModel> readModels;
    private final PastTables tables;
    private final JdbcClient db;
    private final EventsAt events;
    private final BlockingQueue<Seat> free = new ArrayBlockingQueue<>(AT_ONCE, true);
    private final ExecutorService cleaning = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("past-cleaning").factory());
    private final AtomicBoolean soiled = new AtomicBoolean();

    /** Where one looks at a time. */
    private record Seat(int number, PastPlace place, TransactionTemplate transaction) {}

    ReplayedPast(
            Map<String, PastModel> readModels,
            PastTables tables,
            WorkersConnections connections,
            JdbcClient db,
            EventsAt events) {
        this.readModels = Map.copyOf(readModels);
        this.tables = tables;
        this.db = db;
        this.events = events;
        for (int number = 1; number <= AT_ONCE; number++) {
            free.add(seat(number, connections));
        }
        cleanSoon(); // what a killed node has left
    }

    private static Seat seat(int number, WorkersConnections connections) {
        PastPlace place = new PastPlace(connections.connections("past-" + number, "pg_catalog"));
        return new Seat(number, place, new TransactionTemplate(connections.on(place)));
    }

    @Override
    public List<String> eventsOf(String readModel) {
        return of(readModel).events();
    }

    @Override
    public <T> T visit(Function<Visit, T> look) {
        Seat seat = take();
        try {
            return Objects.requireNonNull(seat.transaction().execute(status -> {
                status.setRollbackOnly();
                return look.apply(new RolledBackVisit(this::of, db, events, seat.place(), tables.take(seat.number())));
            }));
        } finally {
            free.add(seat);
            cleanSoon();
        }
    }

    private Seat take() {
        try {
            return free.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while others look into the past", interrupted);
        }
    }

    private PastModel of(String name) {
        return Objects.requireNonNull(readModels.get(name), () -> "there is no projection called " + name);
    }

    private void cleanSoon() {
        if (soiled.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(SECONDS_UNTIL_CLEAN, TimeUnit.SECONDS, cleaning)
                    .execute(this::clean);
        }
    }

    private void clean() {
        soiled.set(false);
        try {
            tables.clean(readModels.values().stream().map(PastModel::name).collect(Collectors.toSet()));
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn("what was looked at stays in the files of its tables until somebody looks again", failure);
        }
    }

    @Override
    public void close() {
        cleaning.shutdownNow();
    }
}
