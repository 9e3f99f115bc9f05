package care.throughline.infra.outbox;

import java.time.Duration;

/** How long to wait after a failed attempt: twice as long each time up to a quarter of an hour, and never all at once. */
final class Backoff {

    static final Duration FIRST = Duration.ofSeconds(2);
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int DOUBLINGS = 9;

    private Backoff() {}

    /** The pause after so many attempts, half of it left to chance.
     *
     * @param attempts 1 or more
     * @param chance from 0 to 1
     */
    static Duration after(int attempts, double chance) {
        Duration whole = FIRST.multipliedBy(1L << Math.clamp(attempts - 1L, 0, DOUBLINGS));
        Duration pause = whole.compareTo(LONGEST) > 0 ? LONGEST : whole;
        return Duration.ofMillis(Math.round(pause.toMillis() * (0.5 + chance / 2)));
    }
}
