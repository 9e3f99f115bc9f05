package care.throughline.command.authorization;

import care.throughline.command.Rejected;
import care.throughline.command.authorization.AuthorizationState.Pend;
import care.throughline.command.rules.AppealLevel;
import care.throughline.command.rules.PayerClocks;
import care.throughline.command.rules.Pending;
import care.throughline.command.rules.Rules;
import care.throughline.events.RuleRef;
import care.throughline.events.authorization.Due;
import care.throughline.events.authorization.Grant;
import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Now, in the organisation's zone, with the rules by which everything due is counted. */
record Moment(ZonedDateTime now, Rules rules) {

    /** Clocks of two machines differ a little; nobody is told off for that. */
    private static final Duration LENIENCY = Duration.ofMinutes(2);

    void happened(Instant at) {
        if (at.isAfter(now.toInstant().plus(LENIENCY))) {
            throw new Rejected("in-the-future", "This lies in the future. Record it when it has happened.");
        }
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    /** When the payer has to decide on a request of this moment. */
    Due decision(Asked asked) {
        PayerClocks clocks = clocks(asked, asked.at());
        return due(Wait.DECISION, clocks.decision(asked.priority()).end(asked.at(), zone()), clocks.rule());
    }

    /** When the payer should have what it asked for at this moment. */
    Due information(Asked asked, Instant at) {
        PayerClocks clocks = clocks(asked, at);
        return due(Wait.INFORMATION, pending(clocks, asked).information().end(at, zone()), clocks.rule());
    }

    /** When the payer has to decide, now that it has what it asked for; its clock is extended once, however often it asks.
     *
     * @param before its clock before it asked
     */
    Due resumed(Asked asked, Due before, Pend pend, Instant at) {
        PayerClocks clocks = clocks(asked, pend.at());
        Pending rule = pending(clocks, asked);
        Instant end = switch (rule.clock()) {
            case EXTENDED -> rule.by().end(decision(asked).before().minusNanos(1), zone());
            case RESTARTS -> rule.by().end(at, zone());
            case STOPS -> later(rule.by().end(at, zone()), left(before, pend.at(), at));
        };
        return due(Wait.DECISION, end, clocks.rule());
    }

    /** When the next appeal has to be filed, after a decision of this date; empty if there is none to file. */
    Optional<Due> appeal(Asked asked, int decided, Instant at) {
        PayerClocks clocks = clocks(asked, at);
        return clocks.appeal(decided + 1)
                .map(level -> due(Wait.APPEAL, level.file().end(at, zone()), clocks.rule()));
    }

    /** The level above this one, if there is one. */
    Optional<AppealLevel> levelAbove(Asked asked, int decided, Instant at) {
        return clocks(asked, at).appeal(decided + 1);
    }

    Due appealDecision(Asked asked, AppealLevel level, Priority priority, Instant at) {
        return due(
                Wait.APPEAL_DECISION,
                level.decide(priority).end(at, zone()),
                clocks(asked, at).rule());
    }

    /** Until when what was granted can be used. */
    Due use(Asked asked, Grant grant, Instant at) {
        return due(
                Wait.USE,
                grant.until().plusDays(1).atStartOfDay(zone()).toInstant(),
                clocks(asked, at).rule());
    }

    /** What is left of the payer's days, whole, counted on from this moment. */
    private Instant left(Due before, Instant stopped, Instant at) {
        long days = Math.max(0, ChronoUnit.DAYS.between(dayOf(stopped), before.by()));
        LocalDate last = dayOf(at).plus(Period.ofDays(Math.toIntExact(days)));
        return last.plusDays(1).atStartOfDay(zone()).toInstant();
    }

    private Due due(Wait wait, Instant before, RuleRef rule) {
        return new Due(wait, dayOf(before.minusNanos(1)), before, rule);
    }

    private PayerClocks clocks(Asked asked, Instant at) {
        return rules.authorization(asked.program(), dayOf(at))
                .orElseThrow(() -> new Rejected(
                        "rule-missing", "No rule says how long a payer may take on that day. Check the date."));
    }

    private static Pending pending(PayerClocks clocks, Asked asked) {
        return clocks.pend(asked.priority());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone());
    }

    private ZoneId zone() {
        return now.getZone();
    }
}
