package care.throughline.query.transitions;

import java.util.Locale;

/** Where a transition stands; a lane of the board. */
public enum Lane {
    CONTACT_DUE("Contact due"),
    CONTACT_MADE("Contact made"),
    VISIT_BOOKED("Visit booked"),
    VISIT_KEPT("Visit kept"),
    DONE("Done"),
    ENDED("Ended by readmission or death"),
    LAPSED("Lapsed"),
    VOID("Void");

    private final String label;

    Lane(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As it stands in addresses and ids. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True while somebody works on what is in it. */
    public boolean isOpen() {
        return switch (this) {
            case CONTACT_DUE, CONTACT_MADE, VISIT_BOOKED, VISIT_KEPT -> true;
            case DONE, ENDED, LAPSED, VOID -> false;
        };
    }
}
