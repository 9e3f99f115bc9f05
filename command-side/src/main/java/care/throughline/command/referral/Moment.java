package care.throughline.command.referral;

import care.throughline.command.Rejected;
import care.throughline.command.rules.Rules;
import care.throughline.events.referral.Due;
import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Now, in the organisation's zone, with the rules by which everything due is counted. */
record Moment(ZonedDateTime now, Rules rules) {

    /** Clocks of two machines differ a little; nobody is told off for that. */
    private static final Duration LENIENCY = Duration.ofMinutes(2);

    LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, now.getZone());
    }

    /** What is due after something that happened, or will happen, at this moment. */
    Due due(Wait wait, Urgency urgency, Instant from) {
        return rules.referralDue(wait, urgency, dayOf(from));
    }

    void happened(Instant at) {
        if (at.isAfter(now.toInstant().plus(LENIENCY))) {
            throw new Rejected("in-the-future", "This lies in the future. Record it when it has happened.");
        }
    }

    /** @param told when it was agreed */
    static void ahead(Instant startsAt, Instant told) {
        if (!startsAt.isAfter(told)) {
            throw new Rejected("in-the-past", "Choose a time in the future. Record a visit that took place as seen.");
        }
    }

    /** True if this time has come. */
    boolean hasCome(Instant at) {
        return !at.isAfter(now.toInstant());
    }
}
