package care.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StrideTest {

    private final Stride stride = new Stride();

    @Test
    void a_lone_event_and_a_burst_after_silence_are_followed_by_the_shortest_wait() {
        assertThat(stride.after(1, Duration.ofHours(1))).isEqualTo(Stride.SHORTEST);
        assertThat(stride.after(5, Duration.ofMillis(20))).isEqualTo(Stride.SHORTEST);
        assertThat(stride.after(100, Duration.ofSeconds(10))).isEqualTo(Stride.SHORTEST);
    }

    @Test
    void at_a_hundred_events_a_second_nothing_is_gathered() {
        assertThat(settledAt(100)).isEqualTo(Stride.SHORTEST);
    }

    @Test
    void a_busy_store_is_shown_in_batches_large_enough() {
        assertThat(settledAt(200)).isEqualTo(Stride.LONGEST);
        assertThat(settledAt(500)).isBetween(Duration.ofMillis(60), Duration.ofMillis(68));
        assertThat(settledAt(2_000)).isEqualTo(Stride.SHORTEST);
    }

    @Test
    void after_silence_the_busy_time_is_forgotten() {
        settledAt(500);
        assertThat(stride.after(1, Duration.ofSeconds(3))).isEqualTo(Stride.SHORTEST);
    }

    /** The wait after ten seconds with so many events a second. */
    private Duration settledAt(long perSecond) {
        Duration wait = Stride.SHORTEST;
        for (long millis = 0; millis < 10_000; millis += wait.toMillis()) {
            wait = stride.after(Math.round(perSecond * wait.toNanos() / 1e9), wait);
        }
        return wait;
    }
}
