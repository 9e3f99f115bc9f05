package care.throughline.infra.store;

import care.throughline.infra.testing.PostgresForTests;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/** Our store with two nodes, one of which stalls inside its transaction. */
final class OursUnderTest implements StalledWriterTest.StoreUnderTest {

    private static final Duration LONGER_THAN_ANY_STALL = Duration.ofMinutes(10);

    private final FaultyDataSource faulty;
    private final StoreNode stalling;
    private final StoreNode running;
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private @Nullable TrackingToken token;

    OursUnderTest(PostgresForTests postgres) {
        faulty = new FaultyDataSource(postgres.as("throughline_app"));
        stalling = new StoreNode(faulty, JacksonSerializer.defaultSerializer(), LONGER_THAN_ANY_STALL);
        running = new StoreNode(postgres.as("throughline_app"));
        token = running.storage.createHeadToken();
    }

    @Override
    public CompletableFuture<Void> appendAndStall(DomainEventMessage<?> event) throws InterruptedException {
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        CountDownLatch inserted = new CountDownLatch(1);
        faulty.nextCommitMeets(real -> {
            inserted.countDown();
            goOn.join();
            real.commit();
        });
        clients.execute(() -> stalling.events.publish(event));
        inserted.await();
        return goOn;
    }

    @Override
    public void append(DomainEventMessage<?> event) {
        running.events.publish(event);
    }

    @Override
    public List<String> readOn() {
        List<? extends TrackedEventMessage<?>> more =
                running.storage.readEvents(token, false).toList();
        if (!more.isEmpty()) {
            token = more.get(more.size() - 1).trackingToken();
        }
        return more.stream().map(event -> (String) event.getPayload()).toList();
    }

    @Override
    public void close() {
        clients.close();
        stalling.close();
        running.close();
    }
}
