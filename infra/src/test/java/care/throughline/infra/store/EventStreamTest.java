package care.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private final Head head = new Head();
    private long readable = Head.NOTHING;
    private final EventStream stream = new EventStream(Head.NOTHING, this::page, head);

    @Test
    void nothing_is_available_beyond_the_head() throws Exception {
        assertThat(stream.hasNextAvailable()).isFalse();
        assertThat(stream.peek()).isEmpty();
        assertThat(stream.hasNextAvailable(20, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void who_waits_is_woken_by_the_head() throws Exception {
        CompletableFuture<TrackingToken> next = CompletableFuture.supplyAsync(this::next);

        move(0);

        assertThat(next.get(5, TimeUnit.SECONDS)).isEqualTo(new GlobalSequenceTrackingToken(0));
    }

    @Test
    void the_callback_runs_at_once_when_something_waits_and_at_every_move_until_closed() {
        AtomicInteger called = new AtomicInteger();
        move(2);
        stream.setOnAvailableCallback(called::incrementAndGet);
        assertThat(called).hasValue(1);
        move(3);
        assertThat(called).hasValue(2);
        stream.close();
        move(4);
        assertThat(called).hasValue(2);
    }

    @Test
    void what_is_announced_but_not_readable_yet_is_asked_for_again() throws Exception {
        head.advanceTo(1);
        assertThat(stream.hasNextAvailable()).isFalse();
        assertThat(stream.hasNextAvailable(20, TimeUnit.MILLISECONDS)).isFalse();

        readable = 1;

        assertThat(stream.hasNextAvailable()).isTrue();
        assertThat(next()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(next()).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(stream.hasNextAvailable()).isFalse();
    }

    private void move(long position) {
        readable = position;
        head.advanceTo(position);
    }

    private TrackingToken next() {
        try {
            return stream.nextAvailable().trackingToken();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Page page(long after) {
        List<TrackedEventMessage<?>> events = LongStream.rangeClosed(after + 1, readable)
                .<TrackedEventMessage<?>>mapToObj(position -> new GenericTrackedEventMessage<>(
                        new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage("what happened")))
                .toList();
        return new Page(after, Math.max(after, readable), events);
    }
}
