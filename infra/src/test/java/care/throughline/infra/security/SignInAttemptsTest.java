package care.throughline.infra.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final SignInAttempts attempts = new SignInAttempts(nanos::get);

    @Test
    void five_wrong_passwords_for_one_account_ask_for_a_pause() {
        fail(SignInAttempts.PER_ACCOUNT - 1, "nora.quinn", "10.0.0.1");
        assertThat(attempts.isPaused("nora.quinn", "10.0.0.1")).isFalse();
        fail(1, "Nora.Quinn", "10.0.0.1");
        assertThat(attempts.isPaused("nora.quinn", "10.0.0.1")).isTrue();
    }

    @Test
    void nobody_is_locked_out_from_elsewhere() {
        fail(SignInAttempts.PER_ACCOUNT, "nora.quinn", "10.0.0.1");
        assertThat(attempts.isPaused("nora.quinn", "10.0.0.2")).isFalse();
    }

    @Test
    void trying_many_accounts_from_one_address_asks_for_a_pause() {
        for (int i = 0; i < SignInAttempts.PER_ADDRESS; i++) {
            attempts.failed("account-" + i, "10.0.0.1");
        }
        assertThat(attempts.isPaused("sam.ortiz", "10.0.0.1")).isTrue();
    }

    @Test
    void the_pause_ends() {
        fail(SignInAttempts.PER_ACCOUNT, "nora.quinn", "10.0.0.1");
        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        assertThat(attempts.isPaused("nora.quinn", "10.0.0.1")).isFalse();
    }

    @Test
    void a_right_password_forgets_the_wrong_ones() {
        fail(SignInAttempts.PER_ACCOUNT - 1, "nora.quinn", "10.0.0.1");
        attempts.succeeded("nora.quinn", "10.0.0.1");
        fail(1, "nora.quinn", "10.0.0.1");
        assertThat(attempts.isPaused("nora.quinn", "10.0.0.1")).isFalse();
    }

    private void fail(int times, String account, String address) {
        for (int i = 0; i < times; i++) {
            attempts.failed(account, address);
        }
    }
}
