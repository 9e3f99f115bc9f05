package care.throughline.query.referrals;

import care.throughline.events.StaffId;
import care.throughline.events.referral.Wait;
import care.throughline.query.Names;
import care.throughline.query.web.Words;
import java.time.LocalDate;
import java.time.ZoneId;

/** Tells of referrals on a given day: who has it, for how long, and whether it is stuck. */
public record ReferralView(LocalDate today, ZoneId zone, Names names) {

    public String name(Referral referral) {
        return Words.name(referral.family(), referral.given());
    }

    /** Whose turn it is. */
    public String holder(Referral referral) {
        Wait wait = referral.waitsFor();
        if (wait == null) {
            return "Nobody";
        }
        if (wait.isOurs() || referral.isAskedOfUs()) {
            return referral.coordinator().isEmpty() ? "Nobody yet" : names.staff(new StaffId(referral.coordinator()));
        }
        String performer = referral.performerName();
        return performer == null ? Words.count(referral.asked(), "performer") + " asked" : performer;
    }

    /** {@code 12 days}, {@code since today}. */
    public String age(Referral referral) {
        long days = referral.age(today, zone);
        return days == 0 ? "since today" : "for " + Words.count(days, "day");
    }

    /** What is waited for and how that stands, empty if nothing is. */
    public String due(Referral referral) {
        Wait wait = referral.waitsFor();
        LocalDate by = referral.dueBy();
        if (wait == null || by == null) {
            return "";
        }
        return referral.isStuck(today)
                ? "Stuck: " + waited(referral, wait) + " was due " + Words.day(by)
                : waited(referral, wait) + " by " + Words.day(by);
    }

    private static String waited(Referral referral, Wait wait) {
        return referral.isAskedOfUs() ? ReferralLabels.ofUs(wait) : ReferralLabels.of(wait);
    }

    /** The class that gives it its colour. */
    public String tone(Referral referral) {
        LocalDate by = referral.dueBy();
        if (by == null) {
            return "is-met";
        }
        return referral.isStuck(today) ? "is-late" : by.isAfter(today.plusDays(1)) ? "is-calm" : "is-soon";
    }
}
