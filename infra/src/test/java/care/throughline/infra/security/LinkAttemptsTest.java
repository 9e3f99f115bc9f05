package care.throughline.infra.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LinkAttemptsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final LinkAttempts attempts = new LinkAttempts(nanos::get);

    @Test
    void an_address_that_tries_too_many_links_waits_for_five_minutes() {
        for (int i = 0; i < LinkAttempts.PER_ADDRESS; i++) {
            assertThat(attempts.isPaused("192.0.2.1")).isFalse();
            attempts.failed("192.0.2.1");
        }
        assertThat(attempts.isPaused("192.0.2.1")).isTrue();
        assertThat(attempts.isPaused("192.0.2.2")).isFalse();
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());
        assertThat(attempts.isPaused("192.0.2.1")).isFalse();
    }

    @Test
    void a_secret_is_long_never_the_same_and_not_to_be_told_from_its_hash() {
        LinkTokens tokens = new LinkTokens();
        String secret = tokens.next();
        assertThat(secret).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(tokens.next());
        assertThat(LinkTokens.hash(secret)).matches("[0-9a-f]{64}").isEqualTo(LinkTokens.hash(secret));
    }
}
