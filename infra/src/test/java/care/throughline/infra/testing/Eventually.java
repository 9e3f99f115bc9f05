package care.throughline.infra.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

    private Eventually() {}

    /** Returns once it holds.
     *
     * @throws AssertionError if it does not within half a minute
     */
    public static void holds(String what, BooleanSupplier condition) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - giveUp > 0) {
                throw new AssertionError("it never came true: " + what);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
