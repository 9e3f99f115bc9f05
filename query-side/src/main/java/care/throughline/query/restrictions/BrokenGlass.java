package care.throughline.query.restrictions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each time that the glass was broken, those nobody has reviewed first, the oldest first; and how often by whom.
 *
 * @param waiting how many wait for a review
 */
public record BrokenGlass(int waiting, List<Glass> glasses, List<OfStaff> byStaff) {

    /**
     * One time.
     *
     * @param patient the record under which it was asked for
     * @param name of the person now, null if it was never told or was forgotten
     * @param code see {@link care.throughline.events.restriction.GlassReason}
     * @param reason in their own words, null if forgotten
     * @param until when it closed or will close
     * @param looks how many accesses to this person were recorded meanwhile
     * @param finding see {@link care.throughline.events.restriction.GlassReview}, null until reviewed
     */
    public record Glass(
            String glass,
            String patient,
            @Nullable String name,
            String staff,
            String code,
            @Nullable String reason,
            Instant brokenAt,
            Instant until,
            int looks,
            @Nullable String reviewedBy,
            @Nullable Instant reviewedAt,
            @Nullable String finding,
            @Nullable String note) {}

    /** How often one account broke the glass in the last 90 days, and how often without a justification. */
    public record OfStaff(String staff, int times, int notJustified, int waiting) {}
}
