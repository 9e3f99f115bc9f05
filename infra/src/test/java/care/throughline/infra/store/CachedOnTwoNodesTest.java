package care.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.PostgresForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CachedOnTwoNodesTest {

    private static final int CLIENTS = 8;
    private static final int EACH = 100;

    @RegisterExtension
    static final PostgresForTests POSTGRES = PostgresForTests.withStore();

    @Test
    void every_command_tells_one_event_although_two_nodes_cache_the_same_aggregates() throws Exception {
        List<String> ids =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(3).toList();
        try (StoreNode one = new StoreNode(POSTGRES.as("throughline_app"));
                StoreNode two = new StoreNode(POSTGRES.as("throughline_app"));
                NoteBus first = bus(one);
                NoteBus second = bus(two)) {
            ids.forEach(id -> first.send(new BenchmarkNote.Open(id)));

            int conflicts = sendFromBoth(first, second, ids);

            assertThat(conflicts).as("the nodes did meet").isPositive();
            long told = 0;
            for (String id : ids) {
                List<Long> sequence = one.events
                        .readEvents(id)
                        .asStream()
                        .map(DomainEventMessage::getSequenceNumber)
                        .toList();
                assertThat(sequence)
                        .isEqualTo(LongStream.range(0, sequence.size()).boxed().toList());
                told += sequence.size();
            }
            assertThat(told).isEqualTo(ids.size() + (long) CLIENTS * EACH);
        }
    }

    private static int sendFromBoth(NoteBus first, NoteBus second, List<String> ids) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                NoteBus bus = client % 2 == 0 ? first : second;
                running.add(clients.submit(() -> add(bus, ids)));
            }
            int conflicts = 0;
            for (Future<Integer> client : running) {
                conflicts += client.get();
            }
            return conflicts;
        }
    }

    private static int add(NoteBus bus, List<String> ids) {
        int conflicts = 0;
        for (int i = 0; i < EACH; i++) {
            String id = ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
            conflicts += bus.send(new BenchmarkNote.Add(id));
        }
        return conflicts;
    }

    private static NoteBus bus(StoreNode node) {
        return new NoteBus(node.events, JacksonSerializer.defaultSerializer(), NoteBus.newCache());
    }
}
