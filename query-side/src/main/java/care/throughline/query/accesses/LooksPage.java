package care.throughline.query.accesses;

import care.throughline.events.StaffId;
import care.throughline.query.Names;
import care.throughline.query.accesses.Looks.Look;
import care.throughline.query.web.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the page of accesses shows, in words. */
public record LooksPage(
        FindAccesses asked,
        LocalDate since,
        LocalDate until,
        Looks found,
        List<Looks.OfStaff> counts,
        ZoneId zone,
        Names names) {

    private static final Map<String, String> PURPOSES = Map.of(
            "TREAT", "treatment",
            "HPAYMT", "payment",
            "HOPERAT", "operations",
            "HCOMPL", "compliance",
            "HSYSADMIN", "administration of the system");

    /** What was looked at, in words. */
    public String view(Look look) {
        return Views.inWords(look.view());
    }

    public String purpose(Look look) {
        return PURPOSES.getOrDefault(look.purpose(), look.purpose());
    }

    public String role(String role) {
        return role.toLowerCase(Locale.ROOT);
    }

    /** A code in words: {@code role-not-allowed} is "role not allowed". */
    public String why(Look look) {
        return look.why().replace('-', ' ');
    }

    public String staff(String account) {
        try {
            return names.staff(new StaffId(account));
        } catch (IllegalArgumentException machine) {
            return account;
        }
    }

    public String moment(Look look) {
        return Words.date(LocalDate.ofInstant(look.at(), zone)) + ", " + Words.time(look.at(), zone);
    }

    public String name(Looks.Person person) {
        return person.name().isEmpty() ? "Name not known" : person.name();
    }

    /** Whether the list is about one person, whose name then need not stand in each line. */
    public boolean ofOnePerson() {
        return !asked.patient().isEmpty();
    }

    /** How the person is called that the list is about, if an access says so. */
    public String subject() {
        return found.looks().stream()
                .flatMap(look -> look.first().stream())
                .map(this::name)
                .findFirst()
                .orElse("one patient");
    }

    /** The address of the next page. */
    public String next() {
        return "/accesses?since=" + since + "&until=" + until + "&outcome="
                + asked.outcome().name().toLowerCase(Locale.ROOT) + (ofOnePerson() ? "&patient=" + asked.patient() : "")
                + (asked.staff().isEmpty() ? "" : "&staff=" + asked.staff()) + "&before=" + found.before();
    }
}
