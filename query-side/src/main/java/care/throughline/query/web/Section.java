package care.throughline.query.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One entry of the main navigation; {@code key} pressed after {@code g} goes there. */
public enum Section {
    DESK("Desk", "/desk", "d"),
    TRANSITIONS("Transitions", "/transitions", "t"),
    REFERRALS("Referrals", "/referrals", "r"),
    AUTHORIZATIONS("Authorizations", "/authorizations", "z"),
    CALENDAR("Calendar", "/calendar", "c"),
    OVERNIGHT("Overnight", "/overnight", "o"),
    PATIENTS("Patients", "/patients", "p"),
    DIRECTORY("Directory", "/directory", "y"),
    OPERATIONS("Operations", "/operations", "x"),
    MESSAGES("Messages", "/intake", "m"),
    AUDIT("Audit", "/audit", "u"),
    PAST("Time machine", "/past", "h"),
    MEASURES("Measures", "/measures", "n"),
    ACCESSES("Accesses", "/accesses", "a"),
    RESTRICTIONS("Broken glass", "/restrictions", "b"),
    LEDGER("Ledger", "/ledger", "l"),
    ERASURE("Erasure", "/erasures", "e");

    private final String label;
    private final String path;
    private final String key;

    Section(String label, String path, String key) {
        this.label = label;
        this.path = path;
        this.key = key;
    }

    /** What somebody in this role finds in the navigation, in its order. */
    public static List<Section> of(String role) {
        return Arrays.stream(values())
                .filter(section -> section.roles().contains(role))
                .toList();
    }

    /** Who is shown this entry; who may open its pages is decided elsewhere, by the same roles. */
    public Set<String> roles() {
        return switch (this) {
            case DESK, TRANSITIONS, REFERRALS, AUTHORIZATIONS, CALENDAR, OVERNIGHT, DIRECTORY ->
                Set.of("COORDINATOR", "SUPERVISOR");
            case PATIENTS -> Set.of("COORDINATOR", "SUPERVISOR", "COMPLIANCE");
            case MESSAGES -> Set.of("SUPERVISOR", "COMPLIANCE", "INTEGRATION", "OPERATOR");
            case AUDIT -> Set.of("COMPLIANCE");
            case PAST -> Set.of("SUPERVISOR", "COMPLIANCE");
            case MEASURES -> Set.of("SUPERVISOR", "COMPLIANCE", "ANALYST");
            case ACCESSES, RESTRICTIONS -> Set.of("COMPLIANCE");
            case LEDGER -> Set.of("COMPLIANCE", "ANALYST", "OPERATOR");
            case ERASURE -> Set.of("COMPLIANCE");
            case OPERATIONS -> Set.of("OPERATOR");
        };
    }

    public String label() {
        return label;
    }

    public String path() {
        return path;
    }

    public String key() {
        return key;
    }
}
