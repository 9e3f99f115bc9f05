package care.throughline.events.referral;

import care.throughline.events.RuleRef;
import java.time.LocalDate;

/** What is waited for next, and the last day on which it is in time, a day in the organisation's zone. */
public record Due(Wait waitsFor, LocalDate by, RuleRef rule) {}
