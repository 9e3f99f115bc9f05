package care.throughline.query.accesses;

import care.throughline.events.StaffId;
import care.throughline.events.disclosure.Basis;
import care.throughline.query.Names;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How disclosures are spoken of. */
public record DisclosureWords(Names names, ZoneId zone) {

    private static final String FORGOTTEN = "forgotten";

    /** What allowed it, in words with its paragraph. */
    public static String of(Basis basis) {
        return switch (basis) {
            case REQUIRED_BY_LAW -> "Required by law (164.512(a))";
            case PUBLIC_HEALTH -> "Public health (164.512(b))";
            case ABUSE_REPORT -> "Report of abuse, neglect or violence (164.512(c))";
            case HEALTH_OVERSIGHT -> "Health oversight (164.512(d))";
            case JUDICIAL -> "Court or tribunal (164.512(e))";
            case LAW_ENFORCEMENT -> "Law enforcement (164.512(f))";
            case ABOUT_DECEASED -> "About a deceased person (164.512(g))";
            case ORGAN_DONATION -> "Organ donation (164.512(h))";
            case RESEARCH -> "Research (164.512(i))";
            case SERIOUS_THREAT -> "A serious threat averted (164.512(j))";
            case GOVERNMENT_FUNCTION -> "A function of government (164.512(k))";
            case WORKERS_COMPENSATION -> "Workers' compensation (164.512(l))";
            case BY_MISTAKE -> "By mistake: nothing allowed it";
        };
    }

    /** Every basis there is. */
    public static List<Basis> bases() {
        return List.of(Basis.values());
    }

    /** What was typed, or that it was forgotten. */
    public static String said(@Nullable String typed) {
        return typed == null ? FORGOTTEN : typed;
    }

    /** To whom, with the address if it is known. */
    public static String recipient(Disclosure disclosure) {
        String address = disclosure.address();
        return said(disclosure.recipient()) + (address == null || address.isEmpty() ? "" : ", " + address);
    }

    public String staff(String account) {
        return names.staff(new StaffId(account));
    }

    public String moment(Instant instant) {
        return Words.date(LocalDate.ofInstant(instant, zone)) + ", " + Words.time(instant, zone);
    }
}
