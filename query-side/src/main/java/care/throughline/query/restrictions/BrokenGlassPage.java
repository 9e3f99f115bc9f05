package care.throughline.query.restrictions;

import care.throughline.events.StaffId;
import care.throughline.events.restriction.GlassReason;
import care.throughline.events.restriction.GlassReview;
import care.throughline.query.Names;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What the page of broken glass shows, in words. */
public record BrokenGlassPage(BrokenGlass glass, ZoneId zone, Names names) {

    /** How a reason is called on the screen. */
    public static String label(GlassReason reason) {
        return switch (reason) {
            case EMERGENCY -> "Harm is near if nobody looks";
            case PATIENT_ASKED -> "The patient, or somebody for them, called";
            case COVERING -> "I cover for the colleague who is accountable";
            case PROVIDER_ASKED -> "A hospital or practice asked back";
            case OTHER -> "Something else";
        };
    }

    /** How a finding is called on the screen. */
    public static String label(GlassReview finding) {
        return switch (finding) {
            case JUSTIFIED -> "Justified";
            case FOLLOW_UP -> "To be followed up";
            case NOT_JUSTIFIED -> "Not justified";
        };
    }

    public String code(BrokenGlass.Glass one) {
        return label(GlassReason.valueOf(one.code()));
    }

    public String finding(String finding) {
        return label(GlassReview.valueOf(finding));
    }

    public String staff(String account) {
        return names.staff(new StaffId(account));
    }

    public String name(BrokenGlass.Glass one) {
        String name = one.name();
        return name == null ? "Name not known" : name;
    }

    public String moment(Instant instant) {
        return Words.date(LocalDate.ofInstant(instant, zone)) + ", " + Words.time(instant, zone);
    }

    public String time(Instant instant) {
        return Words.time(instant, zone);
    }
}
