package care.throughline.query.directory;

import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.PerformerKind;
import care.throughline.events.directory.Specialty;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Asks who can take a referral; null asks for any.
 *
 * @param language a tag of two or three letters
 * @param openOn open on that day of the week
 * @param openAt open at this moment, in the time of the place
 * @param near distances are told from the middle of this ZIP area; five digits
 * @param order what stands first
 */
public record FindPerformers(
        @Nullable Specialty specialty,
        @Nullable PerformerKind kind,
        @Nullable String language,
        @Nullable Capacity capacity,
        @Nullable DayOfWeek openOn,
        @Nullable LocalDateTime openAt,
        @Nullable String near,
        Order order) {

    /** What stands first. */
    public enum Order {
        /** Those with room. */
        ROOM,
        /** Those nearby; whose distance is not known comes last. */
        DISTANCE,
        /** Those who saw patients soonest; who saw nobody yet comes last. */
        SEEN
    }

    /** Everybody who is not withdrawn. */
    public static final FindPerformers ANYBODY =
            new FindPerformers(null, null, null, null, null, null, null, Order.ROOM);

    /** Anybody who does this. */
    public static FindPerformers doing(Specialty specialty) {
        return new FindPerformers(specialty, null, null, null, null, null, null, Order.ROOM);
    }

    /** True if a ZIP code was given whose area is not known. */
    public boolean isNearUnknown() {
        return near != null && !ZipAreas.knows(near);
    }
}
