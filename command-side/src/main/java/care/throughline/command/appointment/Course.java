package care.throughline.command.appointment;

import care.throughline.events.AppointmentId;
import care.throughline.events.appointment.AppointmentEvent.ConflictAccepted;
import care.throughline.events.appointment.AppointmentEvent.MissFollowedUp;
import care.throughline.events.appointment.AppointmentEvent.Prepared;
import care.throughline.events.appointment.Clash;
import care.throughline.events.appointment.Need;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was done to make an appointment ready, and after it was missed.
 *
 * @param confirmedFor the time that was confirmed last
 * @param prepared the last word on each need
 * @param followedUp the times that were missed and asked about
 * @param snooze off the desk, if somebody put it there
 */
record Course(
        @Nullable Instant confirmedFor,
        Map<Need, Prepared> prepared,
        @Nullable AppointmentId after,
        Set<Clash> accepted,
        Set<Instant> followedUp,
        @Nullable Snooze snooze) {

    static final Course NOTHING_YET = new Course(null, Map.of(), null, Set.of(), Set.of(), null);

    Course confirmed(Instant startsAt) {
        return new Course(startsAt, prepared, after, accepted, followedUp, snooze);
    }

    Course with(Prepared told) {
        Map<Need, Prepared> next = new HashMap<>(prepared);
        next.put(told.need(), told);
        return new Course(confirmedFor, Map.copyOf(next), after, accepted, followedUp, snooze);
    }

    Course after(@Nullable AppointmentId other) {
        return new Course(confirmedFor, prepared, other, accepted, followedUp, snooze);
    }

    Course with(ConflictAccepted told) {
        Set<Clash> next = new HashSet<>(accepted);
        next.add(told.clash());
        return new Course(confirmedFor, prepared, after, Set.copyOf(next), followedUp, snooze);
    }

    Course with(MissFollowedUp told) {
        Set<Instant> next = new HashSet<>(followedUp);
        next.add(told.startsAt());
        return new Course(confirmedFor, prepared, after, accepted, Set.copyOf(next), snooze);
    }

    Course snoozed(@Nullable Snooze next) {
        return new Course(confirmedFor, prepared, after, accepted, followedUp, next);
    }
}
