package care.throughline.command.directory;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one pays for a service without insurance.
 *
 * @param service a code of the drug or service
 * @param words what it is, in our own words
 * @param currency three letters
 * @param toldOn the day on which it was told, in the organisation's zone
 */
record CashPrice(String service, String words, BigDecimal amount, String currency, LocalDate toldOn) {}
