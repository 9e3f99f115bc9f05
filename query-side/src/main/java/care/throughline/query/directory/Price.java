package care.throughline.query.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What one pays for a service without insurance, as last told.
 *
 * @param service a code of the drug or service
 * @param words what it is, in our own words
 * @param currency three letters
 */
public record Price(String service, String words, BigDecimal amount, String currency, LocalDate toldOn) {

    /** How many days ago it was told. */
    public long age(LocalDate today) {
        return ChronoUnit.DAYS.between(toldOn, today);
    }
}
