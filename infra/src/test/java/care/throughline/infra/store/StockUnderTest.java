package care.throughline.infra.store;

import care.throughline.infra.testing.PostgresForTests;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Axon's own storage on PostgreSQL, with one writer in a transaction of its own that stays open. */
final class StockUnderTest implements StalledWriterTest.StoreUnderTest {

    private final DataSource dataSource;
    private final Duration gapTimeout;
    private final Serializer serializer = JacksonSerializer.defaultSerializer();
    private final JdbcEventStorageEngine engine;
    private CompletableFuture<Void> committed = CompletableFuture.completedFuture(null);
    private @Nullable TrackingToken token;

    private StockUnderTest(PostgresForTests postgres, Duration gapTimeout) {
        this.dataSource = postgres.owner();
        this.gapTimeout = gapTimeout;
        this.engine = engine(dataSource::getConnection);
        new JdbcTemplate(dataSource).execute("drop table if exists DomainEventEntry, SnapshotEventEntry");
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    /** As it comes: a gap is waited for 60 seconds. */
    static StockUnderTest withDefaults(PostgresForTests postgres) {
        return new StockUnderTest(postgres, Duration.ofSeconds(60));
    }

    /** With the timeout scaled down like the stall. */
    static StockUnderTest withGapTimeout(PostgresForTests postgres, Duration gapTimeout) {
        return new StockUnderTest(postgres, gapTimeout);
    }

    @Override
    public CompletableFuture<Void> appendAndStall(DomainEventMessage<?> event) throws SQLException {
        Connection open = dataSource.getConnection();
        open.setAutoCommit(false);
        engine(() -> ConnectionWrapperFactory.wrap(open, new ConnectionWrapperFactory.NoOpCloseHandler()))
                .appendEvents(event);
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        committed = goOn.thenRun(() -> commit(open));
        return goOn;
    }

    private static void commit(Connection open) {
        try (open) {
            open.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void append(DomainEventMessage<?> event) {
        engine.appendEvents(event);
    }

    @Override
    public List<String> readOn() {
        List<? extends TrackedEventMessage<?>> more =
                engine.readEvents(token, false).toList();
        if (!more.isEmpty()) {
            token = more.get(more.size() - 1).trackingToken();
        }
        return more.stream().map(event -> (String) event.getPayload()).toList();
    }

    private JdbcEventStorageEngine engine(ConnectionProvider connections) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .gapTimeout((int) gapTimeout.toMillis())
                .build();
    }

    @Override
    public void close() {
        committed.join();
        new JdbcTemplate(dataSource).execute("drop table DomainEventEntry, SnapshotEventEntry");
    }
}
