package care.throughline.query.restrictions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a member of staff stands to a restricted chart.
 *
 * @param related accountable for the person now, or asked to take over
 * @param glassUntil when the glass they broke closes, null if they have none open
 * @param since when it was first restricted, as the restriction stands
 * @param by the account that restricted it, or the house that protects the person
 * @param reason as compliance wrote it, null if a house said so without one
 */
public record Standing(
        boolean related,
        @Nullable Instant glassUntil,
        Instant since,
        String by,
        @Nullable String reason) {}
