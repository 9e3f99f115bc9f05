package care.throughline.infra.axon;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.axonframework.axonserver.connector.ErrorCode;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Tries again, a few times and a little apart, when somebody else was faster with the same aggregate. */
final class Patience {

    private static final int ATTEMPTS = 6;
    private static final long STEP_NANOS = Duration.ofMillis(4).toNanos();

    private Patience() {}

    /** The answer of the first attempt that meets no conflict.
     *
     * @throws ConcurrencyException if the last attempt met one, too
     */
    static <T extends @Nullable Object> T tryUntilNobodyElseWasFaster(Supplier<T> attempt) {
        for (int tried = 1; ; tried++) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                if (tried == ATTEMPTS || !somebodyWasFaster(e)) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(STEP_NANOS << tried));
            }
        }
    }

    /** Axon Server tells it by a code only, somewhere in the message. */
    private static boolean somebodyWasFaster(Throwable failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || failure instanceof DeadlockException
                || String.valueOf(failure.getMessage()).contains(ErrorCode.INVALID_EVENT_SEQUENCE.errorCode())
                || (failure.getCause() != null && somebodyWasFaster(failure.getCause()));
    }
}
