package care.throughline.query.accesses;

import java.time.LocalDate;
import java.util.List;

/**
 * An accounting of disclosures: what was told of a person to others outside, recorded by hand.
 *
 * @param patient the record that was asked for
 * @param since the first day in the organisation's zone
 * @param until the last day
 * @param disclosures the last recorded first, those recorded in error among them
 */
public record Accounting(String patient, LocalDate since, LocalDate until, List<Disclosure> disclosures) {}
