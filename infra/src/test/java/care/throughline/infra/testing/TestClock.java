package care.throughline.infra.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class TestClock extends Clock {

    /** Monday, 2 March 2026, ten in the morning in New York. */
    public static final Instant MONDAY_MORNING = Instant.parse("2026-03-02T15:00:00Z");

    private volatile Instant now = MONDAY_MORNING;

    /** From now on it is this time. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Moves on by this much. */
    public void advance(Duration duration) {
        now = instant().plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
