package care.throughline.infra.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Goes round all events again and again, a few each second, so that a change made behind our back is found without asking. */
final class Patrol {

    /** A small store is not gone round all the time. */
    static final Duration LAP = Duration.ofMinutes(1);

    private final Comparison comparison;
    private final Checkpoints checkpoints;
    private final int perSecond;
    private final Clock clock;
    private final Duration lap;
    private @Nullable Checkpoint target;
    private Instant lapBegan = Instant.EPOCH;
    private Instant stepped = Instant.EPOCH;
    private long next;

    /**
     * @param perSecond how many events at the most, 0 for no patrol
     * @param lap how long one round takes at least
     */
    Patrol(Comparison comparison, Checkpoints checkpoints, int perSecond, Clock clock, Duration lap) {
        this.comparison = comparison;
        this.checkpoints = checkpoints;
        this.perSecond = perSecond;
        this.clock = clock;
        this.lap = lap;
    }

    /** Looks at the next few events, if it is time to.
     *
     * @throws Contradiction if one of them is not what was hashed
     */
    void step() throws Contradiction {
        Instant now = clock.instant();
        if (perSecond == 0 || now.isBefore(stepped.plusSeconds(1))) {
            return;
        }
        stepped = now;
        Checkpoint goal = target == null ? begin(now) : target;
        if (goal != null) {
            go(goal);
        }
    }

    private @Nullable Checkpoint begin(Instant now) {
        if (now.isBefore(lapBegan.plus(lap))) {
            return null;
        }
        lapBegan = now;
        next = 0;
        target = checkpoints.latest().orElse(null);
        return target;
    }

    private void go(Checkpoint goal) throws Contradiction {
        long end = Math.min(next + perSecond, goal.size());
        comparison.events(next, end - 1, goal.size());
        next = end;
        if (next == goal.size()) {
            comparison.tree(goal, goal.size());
            target = null;
        }
    }
}
