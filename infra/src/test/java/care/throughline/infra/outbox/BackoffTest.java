package care.throughline.infra.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void each_pause_is_twice_the_one_before_and_half_of_it_is_left_to_chance() {
        assertThat(Backoff.after(1, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Backoff.after(1, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.after(4, 1)).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void no_pause_is_longer_than_a_quarter_of_an_hour() {
        assertThat(Backoff.after(12, 1)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Backoff.after(1_000_000, 1)).isEqualTo(Duration.ofMinutes(15));
    }
}
