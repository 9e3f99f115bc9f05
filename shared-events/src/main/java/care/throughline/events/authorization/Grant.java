package care.throughline.events.authorization;

import care.throughline.events.Personal;
import java.time.LocalDate;

/**
 * What a payer permits.
 *
 * @param number what it is called at the payer's
 * @param from the first day on which it may be used, {@code until} the last, days in the organisation's zone
 * @param units how many visits, days or pieces
 */
public record Grant(Personal<String> number, LocalDate from, LocalDate until, int units) {}
