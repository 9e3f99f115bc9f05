package care.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.PostgresForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A writer stalls between taking its place and committing, while another goes on and a reader reads. The same two stories
 * are told to our store and to Axon's stock engine; the stock engine misses the stalled writer's event for good. Stalls are
 * short here; {@code -Dthroughline.store.stall=PT120S} makes them as long as the goal says.
 */
class StalledWriterTest {

    private static final Duration STALL = Duration.parse(System.getProperty("throughline.store.stall", "PT0.5S"));

    @RegisterExtension
    static final PostgresForTests POSTGRES = PostgresForTests.withStore();

    /** A store with a reader that remembers how far it came. */
    interface StoreUnderTest extends AutoCloseable {

        /** Starts to append and stalls before the commit; completing the answer lets it go on. */
        CompletableFuture<Void> appendAndStall(DomainEventMessage<?> event) throws Exception;

        void append(DomainEventMessage<?> event);

        /** The identifiers that are new since the last time. */
        List<String> readOn();

        @Override
        void close();
    }

    @Test
    void ours_shows_every_event_when_the_faster_writers_clock_is_behind() throws Exception {
        try (StoreUnderTest ours = new OursUnderTest(POSTGRES)) {
            assertThat(missedWhenTheFasterClockIsBehind(ours)).isEmpty();
        }
    }

    @Test
    void the_stock_engine_misses_one_when_the_faster_writers_clock_is_behind() throws Exception {
        try (StoreUnderTest stock = StockUnderTest.withDefaults(POSTGRES)) {
            assertThat(missedWhenTheFasterClockIsBehind(stock)).containsExactly("stalled");
        }
    }

    @Test
    void ours_shows_every_event_when_a_writer_stalls_longer_than_a_gap_may_last() throws Exception {
        try (StoreUnderTest ours = new OursUnderTest(POSTGRES)) {
            assertThat(missedWhenAWriterStallsLong(ours)).isEmpty();
        }
    }

    @Test
    void the_stock_engine_misses_one_when_a_writer_stalls_longer_than_a_gap_may_last() throws Exception {
        try (StoreUnderTest stock = StockUnderTest.withGapTimeout(POSTGRES, STALL.dividedBy(2))) {
            assertThat(missedWhenAWriterStallsLong(stock)).containsExactly("stalled");
        }
    }

    @Test
    void recorded_time_never_runs_backwards_even_if_the_databases_clock_does() {
        try (StoreNode node = new StoreNode(POSTGRES.as("throughline_app"))) {
            JdbcTemplate owner = new JdbcTemplate(POSTGRES.owner());
            owner.update("insert into store.event select coalesce(max(position), -1) + 1, now() + interval '5 minutes',"
                    + " gen_random_uuid(), 0, 1, 'Test', 'ahead', 'test.Happened', '{}', '{}' from store.event");

            node.appender.append(Told.story("behind", 3));

            assertThat(owner.queryForList("select recorded_at from store.event order by position", Instant.class))
                    .isSorted();
        }
    }

    private static List<String> missedWhenTheFasterClockIsBehind(StoreUnderTest store) throws Exception {
        CompletableFuture<Void> stalled = store.appendAndStall(event("stalled", Instant.now()));
        CompletableFuture<Void> faster = CompletableFuture.runAsync(
                () -> store.append(event("faster", Instant.now().minusSeconds(300))));
        return missed(store, stalled, faster, Duration.ofMillis(300));
    }

    private static List<String> missedWhenAWriterStallsLong(StoreUnderTest store) throws Exception {
        CompletableFuture<Void> stalled = store.appendAndStall(event("stalled", Instant.now()));
        CompletableFuture<Void> faster = CompletableFuture.runAsync(() -> store.append(event("faster", Instant.now())));
        return missed(store, stalled, faster, STALL);
    }

    private static List<String> missed(
            StoreUnderTest store, CompletableFuture<Void> stalled, CompletableFuture<Void> faster, Duration stall)
            throws Exception {
        List<String> read = new ArrayList<>();
        LockSupport.parkNanos(stall.toNanos());
        readFor(Duration.ofMillis(100), store, read);
        stalled.complete(null);
        faster.get(1, TimeUnit.MINUTES);
        readFor(Duration.ofMillis(500), store, read);
        List<String> missing = new ArrayList<>(List.of("stalled", "faster"));
        assertThat(read).doesNotHaveDuplicates();
        missing.removeAll(read);
        return missing;
    }

    /** Polls as a processor does. */
    private static void readFor(Duration time, StoreUnderTest store, List<String> read) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            read.addAll(store.readOn());
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static DomainEventMessage<?> event(String note, Instant clock) {
        GenericEventMessage<String> message =
                new GenericEventMessage<>(UUID.randomUUID().toString(), note, MetaData.emptyInstance(), clock);
        return new GenericDomainEventMessage<>("Test", message.getIdentifier() + note, 0, message, () -> clock);
    }
}
