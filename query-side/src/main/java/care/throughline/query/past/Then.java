package care.throughline.query.past;

import care.throughline.query.timeline.Timelines;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A moment to look at, by both clocks.
 *
 * @param position the last event that was known
 * @param at the instant at which one looks; what was recorded later was not known
 * @param happenedBy leaves out what happened later though it was known, null for nothing
 * @param now true if the read models that serve are this moment
 */
public record Then(long position, Instant at, @Nullable Instant happenedBy, boolean now) {

    /** The instant by which clocks are late, windows lapse and snoozed lines return. */
    public Instant judgedAt() {
        return happenedBy == null ? at : happenedBy;
    }

    /** The day of {@link #judgedAt()} in the organisation's zone. */
    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(judgedAt(), zone);
    }

    OffsetDateTime horizon() {
        return happenedBy == null ? Timelines.FOR_EVER : happenedBy.atOffset(ZoneOffset.UTC);
    }
}
