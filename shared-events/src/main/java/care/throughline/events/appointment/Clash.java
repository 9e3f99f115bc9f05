package care.throughline.events.appointment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One conflict, named so that it is another one when either side is moved.
 *
 * @param startsAt of the appointment
 * @param with the other appointment or the commitment, by its id; null if it is the person's hours
 * @param otherStartsAt of the other appointment; null of a commitment and of hours
 */
public record Clash(
        ConflictKind kind,
        Instant startsAt,
        @Nullable String with,
        @Nullable Instant otherStartsAt) {}
