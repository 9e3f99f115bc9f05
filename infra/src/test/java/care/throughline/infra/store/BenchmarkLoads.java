package care.throughline.infra.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the benchmark does: each method makes a piece of work that stores one event durably, to be done by many at once. */
final class BenchmarkLoads implements AutoCloseable {

    private final int aggregates;
    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;
    private final Serializer serializer = JacksonSerializer.defaultSerializer();
    private final StoreNode node;
    private final List<NoteBus> running = new ArrayList<>();

    /**
     * @param aggregates how many the commands are spread over
     */
    BenchmarkLoads(HikariDataSource pool, int aggregates) {
        this.aggregates = aggregates;
        this.pool = pool;
        this.jdbc = new JdbcTemplate(pool);
        this.node = new StoreNode(pool, serializer);
    }

    /** The floor: one insert of the same bytes per commit, every client on a connection of its own, no framework. */
    Runnable plainInsert() {
        jdbc.execute(
                "create table floor (position bigint generated always as identity primary key, aggregate_id text,"
                        + " sequence int, payload bytea, recorded_at timestamptz default now(), unique (aggregate_id, sequence))");
        byte[] payload = serializer
                .serialize(BenchmarkNote.Added.to(UUID.randomUUID().toString()), String.class)
                .getData()
                .getBytes(StandardCharsets.UTF_8);
        return () -> jdbc.update(
                "insert into floor (aggregate_id, sequence, payload) values (?, 0, ?)",
                UUID.randomUUID().toString(),
                payload);
    }

    /** One event through the storage engine. */
    Runnable append() {
        return () -> node.storage.append(List.of(added(UUID.randomUUID().toString(), 0)));
    }

    /** One command on an aggregate of this many events, ours, with the cache. */
    Runnable commandWithCache(int events) {
        return command(node.events, NoteBus.newCache(), events);
    }

    /** The same without the cache: every command reads its aggregate. */
    Runnable commandWithoutCache(int events) {
        return command(node.events, NoCache.INSTANCE, events);
    }

    /** The same on Axon's own JDBC storage as it comes: no cache, one commit per command. */
    Runnable commandOnStock(int events) {
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(pool::getConnection)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        EventStore stock = EmbeddedEventStore.builder().storageEngine(engine).build();
        return command(stock, NoCache.INSTANCE, events);
    }

    private Runnable command(EventStore events, Cache cache, int length) {
        List<String> ids = told(events, length);
        NoteBus bus = new NoteBus(events, serializer, cache);
        running.add(bus);
        ids.forEach(id -> bus.send(new BenchmarkNote.Add(id)));
        return () -> bus.send(
                new BenchmarkNote.Add(ids.get(ThreadLocalRandom.current().nextInt(ids.size()))));
    }

    private List<String> told(EventStore events, int length) {
        return IntStream.range(0, aggregates)
                .mapToObj(i -> {
                    String id = UUID.randomUUID().toString();
                    events.publish(IntStream.range(0, length)
                            .mapToObj(sequence -> added(id, sequence))
                            .toList());
                    return id;
                })
                .toList();
    }

    private static DomainEventMessage<?> added(String id, int sequence) {
        return new GenericDomainEventMessage<>("BenchmarkNote", id, sequence, BenchmarkNote.Added.to(id));
    }

    @Override
    public void close() {
        running.forEach(NoteBus::close);
        node.close();
    }
}
