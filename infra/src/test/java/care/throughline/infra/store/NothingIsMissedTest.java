package care.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.PostgresForTests;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two nodes write at once, with clocks minutes apart, conflicts, transactions of others that hold the appenders up and roll
 * back; four readers follow. {@code -Dthroughline.store.events=5000000} makes it the long campaign.
 */
class NothingIsMissedTest {

    private static final int EVENTS = Integer.getInteger("throughline.store.events", 50_000);
    private static final int CLIENTS = 16;
    private static final int PER_COMMAND = 5;
    private static final int COMMANDS = EVENTS / CLIENTS / PER_COMMAND;
    private static final int TOLD = COMMANDS * CLIENTS * PER_COMMAND;

    @RegisterExtension
    static final PostgresForTests POSTGRES = PostgresForTests.withStore();

    private volatile boolean writing = true;

    @Test
    void every_reader_sees_every_event_once_and_in_order() throws Exception {
        try (StoreNode one = node();
                StoreNode two = node();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<List<Long>>> readers = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> read(i % 2 == 0 ? one : two)))
                    .toList();
            Future<?> disturbance = threads.submit(this::disturb);
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                writers.add(threads.submit(() -> write(client % 2 == 0 ? one : two, client)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing = false;
            disturbance.get();
            for (Future<List<Long>> reader : readers) {
                assertThat(reader.get()).isEqualTo(everyPosition());
            }
        }
    }

    private static StoreNode node() {
        return new StoreNode(POSTGRES.as("throughline_app"));
    }

    private static void write(StoreNode node, int client) {
        Random random = new Random(client);
        for (int i = 0; i < COMMANDS; i++) {
            String aggregate = "aggregate-" + client + "-" + i;
            Instant clock = Instant.now().plusSeconds(random.nextInt(601) - 300L);
            List<DomainEventMessage<?>> story = IntStream.range(0, PER_COMMAND)
                    .<DomainEventMessage<?>>mapToObj(sequence -> event(aggregate, sequence, clock))
                    .toList();
            node.events.publish(story);
            if (random.nextInt(50) == 0) {
                conflict(node, aggregate, clock);
            }
        }
    }

    private static void conflict(StoreNode node, String aggregate, Instant clock) {
        try {
            node.events.publish(event(aggregate, PER_COMMAND - 1, clock));
        } catch (EventStoreException | ConcurrencyException expected) {
            return;
        }
        throw new AssertionError("a conflict was stored");
    }

    private static DomainEventMessage<?> event(String aggregate, int sequence, Instant clock) {
        GenericEventMessage<String> message = new GenericEventMessage<>(
                UUID.randomUUID().toString(), "what happened", MetaData.emptyInstance(), clock);
        return new GenericDomainEventMessage<>("Test", aggregate, sequence, message, () -> clock);
    }

    /** Holds both appenders up with the lock or with a row in the next position, then takes it back. */
    private void disturb() {
        while (writing) {
            try (Connection connection = POSTGRES.owner().getConnection()) {
                connection.setAutoCommit(false);
                EventInsert.run(connection, Told.story(UUID.randomUUID().toString(), 3));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                connection.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static List<Long> read(StoreNode node) throws InterruptedException {
        List<Long> seen = new ArrayList<>();
        try (TrackingEventStream stream = node.events.openStream(null)) {
            while (seen.size() < TOLD && stream.hasNextAvailable(60, TimeUnit.SECONDS)) {
                seen.add(OrderedEventStorage.positionOf(stream.nextAvailable().trackingToken()));
            }
            assertThat(stream.hasNextAvailable()).isFalse();
        }
        return seen;
    }

    private static List<Long> everyPosition() {
        return LongStream.range(0, TOLD).boxed().toList();
    }
}
