package care.throughline.infra.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was recorded in the last minute, so that a page which refreshes itself does not drown what matters: looking again at
 * the same people in the same view tells nothing new. A minute begins with its first look and is not prolonged.
 */
final class LastMinute {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int CROWDED = 5_000;

    private final Map<Look, Minute> minutes = new ConcurrentHashMap<>();

    /** Who looked, as what, by which view, with which outcome. */
    record Look(String actor, String role, String view, String outcome) {}

    private record Minute(Instant since, Set<String> patients) {
        boolean lasts(Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(MINUTE));
        }
    }

    /** Whether all of this is recorded already. */
    boolean knows(Look look, Set<String> patients, Instant now) {
        Minute minute = minutes.get(look);
        return minute != null && minute.lasts(now) && minute.patients().containsAll(patients);
    }

    /** It is recorded now. */
    void note(Look look, Set<String> patients, Instant now) {
        if (minutes.size() > CROWDED) {
            minutes.values().removeIf(minute -> !minute.lasts(now));
        }
        minutes.merge(
                look, new Minute(now, patients), (known, fresh) -> known.lasts(now) ? together(known, fresh) : fresh);
    }

    private static Minute together(Minute known, Minute fresh) {
        Set<String> all = new HashSet<>(known.patients());
        all.addAll(fresh.patients());
        return new Minute(known.since(), Set.copyOf(all));
    }
}
