package care.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class RecentPagesTest {

    private final List<Long> reads = new ArrayList<>();
    private long head = 9;

    private final RecentPages pages = new RecentPages(this::read, 9);

    @Test
    void at_the_head_the_store_is_read_once_for_all() {
        head = 12;
        assertThat(positions(pages.apply(9))).containsExactly(10L, 11L, 12L);
        assertThat(positions(pages.apply(9))).containsExactly(10L, 11L, 12L);
        assertThat(positions(pages.apply(11))).containsExactly(12L);
        assertThat(reads).containsExactly(9L);
    }

    @Test
    void who_is_far_behind_reads_alone() {
        assertThat(positions(pages.apply(3))).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(positions(pages.apply(3))).hasSize(6);
        assertThat(reads).containsExactly(3L, 3L);
    }

    @Test
    void who_runs_ahead_of_what_is_shared_begins_anew() {
        head = 20;
        assertThat(positions(pages.apply(15))).containsExactly(16L, 17L, 18L, 19L, 20L);
        assertThat(positions(pages.apply(9))).startsWith(10L);
        assertThat(positions(pages.apply(17))).containsExactly(18L, 19L, 20L);
        assertThat(reads).containsExactly(15L, 9L);
    }

    @Test
    void only_the_newest_events_are_kept() {
        for (int i = 0; i < 10; i++) {
            head += 500;
            pages.apply(head - 500);
        }
        reads.clear();
        pages.apply(head - 500);
        assertThat(reads).isEmpty();
        pages.apply(9);
        assertThat(reads).containsExactly(9L);
    }

    private Page read(long position) {
        reads.add(position);
        List<TrackedEventMessage<?>> events = LongStream.rangeClosed(position + 1, head)
                .<TrackedEventMessage<?>>mapToObj(RecentPagesTest::event)
                .toList();
        return new Page(position, head, events);
    }

    private static List<Long> positions(Page page) {
        return page.events().stream()
                .map(event -> OrderedEventStorage.positionOf(event.trackingToken()))
                .toList();
    }

    private static TrackedEventMessage<?> event(long position) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage("what happened"));
    }
}
