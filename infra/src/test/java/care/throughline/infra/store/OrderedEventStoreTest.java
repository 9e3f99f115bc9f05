package care.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.infra.testing.PostgresForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderedEventStoreTest {

    @RegisterExtension
    static final PostgresForTests POSTGRES = PostgresForTests.withStore();

    private final StoreNode node = new StoreNode(POSTGRES.as("throughline_app"));
    private String id = "";
    private long before;

    /** What an aggregate of this test told. */
    record Noted(String text) {}

    @BeforeEach
    void remember_where_the_store_stood(TestInfo test) {
        id = test.getDisplayName();
        before = node.head.position();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void an_event_is_read_back_as_it_was_told() {
        DomainEventMessage<Noted> told = noted(0).withMetaData(Map.of("actor", "staff-1"));
        node.events.publish(told);

        DomainEventMessage<?> read = node.events.readEvents(id).next();
        assertThat(read.getPayload()).isEqualTo(new Noted("0"));
        assertThat(read.getIdentifier()).isEqualTo(told.getIdentifier());
        assertThat(read.getMetaData()).containsEntry("actor", "staff-1");
        assertThat(read.getType()).isEqualTo("Note");
        assertThat(node.events.lastSequenceNumberFor(id)).contains(0L);
    }

    @Test
    void a_long_aggregate_is_read_in_pages_to_its_end() {
        int length = 2 * EventReader.PAGE;
        node.events.publish(IntStream.range(0, length).mapToObj(this::noted).toList());

        assertThat(node.events.readEvents(id, 3).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(
                        IntStream.range(3, length).mapToObj(Long::valueOf).toList());
    }

    @Test
    void events_of_one_unit_of_work_are_stored_together_at_its_end() {
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a command"));
        node.events.publish(noted(0));
        node.events.publish(noted(1));
        assertThat(node.events.readEvents(id).asStream()).hasSize(2);
        assertThat(node.reader.head()).isEqualTo(before);

        unit.commit();

        assertThat(OrderedEventStore.positionIn(unit)).hasValue(before + 2);
        assertThat(node.head.position()).isEqualTo(before + 2);
    }

    @Test
    void a_nested_unit_of_work_is_stored_with_its_root() {
        DefaultUnitOfWork<?> root = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("an event"));
        DefaultUnitOfWork<?> nested = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a command"));
        node.events.publish(noted(0));
        nested.commit();
        assertThat(node.reader.head()).isEqualTo(before);

        root.commit();

        assertThat(OrderedEventStore.positionIn(root)).hasValue(before + 1);
    }

    @Test
    void a_conflict_rolls_the_unit_of_work_back() {
        node.events.publish(noted(0), noted(1));
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a command"));
        node.events.publish(noted(1));

        assertThatThrownBy(unit::commit).isInstanceOf(ConcurrencyException.class);

        assertThat(unit.isRolledBack()).isTrue();
        assertThat(node.reader.head()).isEqualTo(before + 2);
    }

    @Test
    void a_stream_calls_back_when_another_node_commits() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        try (TrackingEventStream stream = node.events.openStream(new GlobalSequenceTrackingToken(before));
                StoreNode other = new StoreNode(POSTGRES.as("throughline_app"))) {
            assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();
            assertThat(stream.hasNextAvailable()).isFalse();

            other.events.publish(noted(0));

            assertThat(called.await(5, TimeUnit.SECONDS)).isTrue();
            TrackedEventMessage<?> next = stream.nextAvailable();
            assertThat(next.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(before + 1));
        }
    }

    @Test
    void an_announcement_reaches_another_node_long_before_it_would_look_itself() throws Exception {
        try (StoreNode other = new StoreNode(POSTGRES.as("throughline_app"))) {
            long fastest = Long.MAX_VALUE;
            for (int i = 0; i < 20; i++) {
                long start = System.nanoTime();
                other.events.publish(noted(i));
                assertThat(node.head.await(before + 1 + i, Duration.ofSeconds(5)))
                        .isTrue();
                fastest = Math.min(fastest, System.nanoTime() - start);
            }
            assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(80));
        }
    }

    @Test
    void a_reader_waits_for_the_head_it_was_promised() throws Exception {
        assertThat(node.head.await(before + 1, Duration.ofMillis(10))).isFalse();
        node.events.publish(noted(0));
        assertThat(node.head.await(before + 1, Duration.ofMillis(10))).isTrue();
    }

    @Test
    void a_token_ahead_of_the_store_is_refused() {
        assertThatThrownBy(() -> node.events.openStream(new GlobalSequenceTrackingToken(before + 1_000)))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("restored");
    }

    @Test
    void a_token_at_a_time_starts_with_the_first_event_recorded_then() {
        node.events.publish(noted(0), noted(1));
        node.events.publish(noted(2));
        Instant third = node.events.readEvents(id, 2).next().getTimestamp();

        assertThat(node.events.createTokenAt(third)).isEqualTo(new GlobalSequenceTrackingToken(before + 2));
        assertThat(node.events.createTokenAt(Instant.EPOCH)).isEqualTo(node.events.createTailToken());
        assertThat(node.events.createTokenAt(third.plusSeconds(600)))
                .isEqualTo(Objects.requireNonNull(node.events.createHeadToken()));
    }

    private DomainEventMessage<Noted> noted(int sequence) {
        return new GenericDomainEventMessage<>("Note", id, sequence, new Noted(Integer.toString(sequence)));
    }

    @Test
    void every_event_is_stored_once_even_if_nothing_tells_of_an_aggregate() {
        node.events.publish(List.of(GenericEventMessage.asEventMessage(new Noted("alone"))));

        assertThat(node.storage.readEvents(new GlobalSequenceTrackingToken(before), false))
                .singleElement()
                .extracting(TrackedEventMessage::getPayload)
                .isEqualTo(new Noted("alone"));
    }
}
