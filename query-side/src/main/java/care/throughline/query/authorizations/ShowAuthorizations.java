package care.throughline.query.authorizations;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Asks for all that waits for something, and what was over in the last 60 days.
 *
 * @param coordinator only patients of this account, empty for all
 * @param late only what should have come by now
 * @param today the day in the organisation's zone
 */
public record ShowAuthorizations(String coordinator, boolean late, LocalDate today, Instant now) {}
