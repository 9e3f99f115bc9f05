package care.throughline.query.restrictions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a member of staff stands to a restricted chart.
 *
 * @param related accountable for the person now, or asked to take over
 * @param glassUntil when the glass they broke closes, null if they have none open
 */
public record Standing(boolean related, @Nullable Instant glassUntil) {}
