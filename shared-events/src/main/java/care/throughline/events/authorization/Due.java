package care.throughline.events.authorization;

import care.throughline.events.RuleRef;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What is waited for next, and until when it is in time.
 *
 * @param by the last day on which it is in time, a day in the organisation's zone
 * @param before the first instant that is too late: the end of that day, or to the minute where the rule counts hours
 */
public record Due(Wait waitsFor, LocalDate by, Instant before, RuleRef rule) {}
