package care.throughline.query.authorizations;

import care.throughline.events.StaffId;
import care.throughline.events.authorization.AuthorizationStatus;
import care.throughline.events.authorization.DenialReason;
import care.throughline.events.authorization.Ruling;
import care.throughline.events.authorization.Wait;
import care.throughline.query.Names;
import care.throughline.query.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Tells of authorizations at a given moment: where they stand, whose turn it is, and how much time is left. */
public record AuthorizationView(Instant now, ZoneId zone, Names names) {

    private static final long HOURS_SHOWN = 72;

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    public String name(Authorization one) {
        return Words.name(one.family(), one.given());
    }

    /** Whose turn it is. */
    public String holder(Authorization one) {
        Wait wait = one.waitsFor();
        if (wait == null) {
            return "Nobody";
        }
        if (wait.isOurs()) {
            return one.coordinator().isEmpty() ? "Nobody yet" : names.staff(new StaffId(one.coordinator()));
        }
        return payer(one);
    }

    public String payer(Authorization one) {
        return Objects.requireNonNullElse(one.payer(), "The payer");
    }

    /** Where it stands, with what matters of it. */
    public String state(Authorization one) {
        String status = AuthorizationLabels.of(one.status());
        DenialReason denial = one.denial();
        Ruling ruling = one.ruling();
        return switch (one.status()) {
            case DENIED ->
                status
                        + (denial == null ? "" : ": " + lower(AuthorizationLabels.of(denial)))
                        + (ruling == null ? "" : ", appeal " + one.level() + " lost");
            case APPEALED -> status + ", level " + one.level();
            case APPROVED -> status + grant(one) + (ruling == null ? "" : ", on appeal");
            case PARTLY_APPROVED -> status + grant(one);
            case REQUESTED, PENDED, EXPIRED, WITHDRAWN -> status;
        };
    }

    /** {@code , 12 until Dec 20, 2026}. */
    private static String grant(Authorization one) {
        LocalDate until = one.validUntil();
        return until == null ? "" : ", " + one.granted() + " until " + Words.date(until);
    }

    /** What is waited for and how that stands, empty if nothing is. */
    public String due(Authorization one) {
        Wait wait = one.waitsFor();
        if (wait == null) {
            return "";
        }
        if (one.endsBeforeVisit()) {
            return "Runs out " + until(one) + ", before the visit on "
                    + Words.day(Objects.requireNonNull(one.visitOn()));
        }
        return one.isLate(now)
                ? "Late: " + AuthorizationLabels.of(wait) + ", was due " + until(one)
                : AuthorizationLabels.of(wait) + " by " + until(one);
    }

    /** The last day, or the minute where the rule counts hours. */
    private String until(Authorization one) {
        Instant before = Objects.requireNonNull(one.dueBefore());
        return before.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT)
                ? Words.day(Objects.requireNonNull(one.dueBy()))
                : Words.moment(before, zone);
    }

    /** {@code 4 days left} and {@code 4 days late} by the calendar, as everywhere; hours from three days on: {@code 5 hours left}. */
    public String left(Authorization one) {
        Instant before = one.dueBefore();
        if (before == null) {
            return "";
        }
        long hours = Duration.between(now, before).toHours();
        if (Math.abs(hours) >= HOURS_SHOWN) {
            long days = ChronoUnit.DAYS.between(today(), Objects.requireNonNull(one.dueBy()));
            return Words.count(Math.abs(days), "day") + (days < 0 ? " late" : " left");
        }
        return one.isLate(now) ? Words.count(-hours, "hour") + " late" : Words.count(hours, "hour") + " left";
    }

    /** For how many days it has been in this state, in words. */
    public String age(Authorization one) {
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(one.since(), zone), today());
        return days == 0 ? "since today" : "for " + Words.count(days, "day");
    }

    /** The class that gives it its colour. */
    public String tone(Authorization one) {
        LocalDate by = one.dueBy();
        if (by == null) {
            return one.status() == AuthorizationStatus.DENIED ? "is-late" : "is-met";
        }
        if (one.isLate(now)) {
            return "is-late";
        }
        return one.endsBeforeVisit() || !by.isAfter(today().plusDays(1)) ? "is-soon" : "is-calm";
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
