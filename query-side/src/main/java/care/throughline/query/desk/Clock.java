package care.throughline.query.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One due moment of a line and where it stands on a given day.
 *
 * @param due the last day in time, in the organisation's zone
 * @param met the day it was met, null while it runs or if it is missed
 */
public record Clock(
        Kind kind, LocalDate due, State state, @Nullable LocalDate met) {

    /** What the clock asks for. */
    public enum Kind {
        CONTACT("Contact"),
        VISIT("Visit"),
        RECONCILIATION("Medicines"),
        WINDOW("Window");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Where it stands. */
    public enum State {
        MISSED,
        TODAY,
        RUNNING,
        MET,
        MET_LATE
    }

    /** The clocks of a line in the order in which they usually fall due. */
    static List<Clock> of(Line line, LocalDate today, ZoneId zone) {
        Line.Done done = line.done();
        Line.Dues dues = line.dues();
        return List.of(
                of(Kind.CONTACT, dues.contact(), done.contactAt(), done.contactTimely(), today, zone),
                of(Kind.VISIT, dues.visit(), done.visitKeptAt(), done.visitTimely(), today, zone),
                of(
                        Kind.RECONCILIATION,
                        dues.reconciliation(),
                        done.reconciledAt(),
                        done.reconciledTimely(),
                        today,
                        zone));
    }

    private static Clock of(
            Kind kind, LocalDate due, @Nullable Instant at, @Nullable Boolean timely, LocalDate today, ZoneId zone) {
        if (at != null) {
            State state = Boolean.FALSE.equals(timely) ? State.MET_LATE : State.MET;
            return new Clock(kind, due, state, at.atZone(zone).toLocalDate());
        }
        return new Clock(kind, due, open(due, today), null);
    }

    private static State open(LocalDate due, LocalDate today) {
        int far = due.compareTo(today);
        return far < 0 ? State.MISSED : far == 0 ? State.TODAY : State.RUNNING;
    }

    public boolean isOpen() {
        return met == null;
    }

    /** The clock that is due first among those that still run; the window if all others are met. */
    static Clock next(Line line, LocalDate today, ZoneId zone) {
        return of(line, today, zone).stream()
                .filter(clock ->
                        clock.isOpen() && clock.due().equals(line.dues().next()))
                .findFirst()
                .orElseGet(() -> new Clock(
                        Kind.WINDOW, line.dues().windowEnd(), open(line.dues().windowEnd(), today), null));
    }
}
