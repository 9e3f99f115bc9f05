package care.throughline.infra.store;

import java.time.Duration;

/**
 * Works out for how long commits are gathered before they are shown to the readers of streams: the busier the store lately, the
 * longer, until a batch is large enough that its transactions no longer weigh on its events.
 */
final class Stride {

    /** Many commits of a busy store; not noticed by whoever waits for one. */
    static final Duration SHORTEST = Duration.ofMillis(20);

    /** As long as somebody who waits for one event among many does not wonder. */
    static final Duration LONGEST = Duration.ofMillis(150);

    /** Events a second below which nothing is to be gained. */
    private static final double BUSY = 150;

    private static final double EVENTS_OF_A_BATCH = 32;
    private static final double MEMORY_NANOS = 1e9;

    private double perSecond;

    /** How long to wait now.
     *
     * @param events that were shown now
     * @param since what was shown before
     */
    Duration after(long events, Duration since) {
        double nanos = Math.max(since.toNanos(), 1);
        perSecond += (events * 1e9 / nanos - perSecond) * (1 - Math.exp(-nanos / MEMORY_NANOS));
        if (perSecond < BUSY) {
            return SHORTEST;
        }
        Duration gathering = Duration.ofNanos((long) (EVENTS_OF_A_BATCH / perSecond * 1e9));
        return gathering.compareTo(LONGEST) > 0 ? LONGEST : gathering.compareTo(SHORTEST) < 0 ? SHORTEST : gathering;
    }
}
