package care.throughline.query.overnight;

import java.time.Instant;

/**
 * Asks what happened from a moment on.
 *
 * @param viewer the account whose panel {@code mine} means
 * @param mine only patients that the viewer is accountable for
 * @param since from then on; news told after it of the day before counts too, since nobody saw it
 */
public record ShowNight(String viewer, boolean mine, Instant since, Instant now) {}
