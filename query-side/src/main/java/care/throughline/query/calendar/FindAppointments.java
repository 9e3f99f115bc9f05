package care.throughline.query.calendar;

import java.time.LocalDate;

/**
 * Asks for appointments of a span of days.
 *
 * @param coordinator only of people whom this account is accountable for, empty for everybody's
 * @param from the first day, in the organisation's zone
 * @param days how many, 1 to 62
 */
public record FindAppointments(String coordinator, Show show, LocalDate from, int days) {

    public FindAppointments {
        days = Math.clamp(days, 1, 62);
    }

    /** Which of them. */
    public enum Show {
        ALL("All"),
        UNCONFIRMED("Not confirmed"),
        UNREADY("Not ready"),
        CONFLICTS("Conflicts"),
        MISSED("Missed");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The day after the last one. */
    public LocalDate until() {
        return from.plusDays(days);
    }
}
