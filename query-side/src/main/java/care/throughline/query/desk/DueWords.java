package care.throughline.query.desk;

import care.throughline.query.web.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How clocks are written on a line: the word first, so that the colour only repeats it. */
public final class DueWords {

    private DueWords() {}

    /** {@code Contact due Fri Nov 13}, {@code Visit missed, was due Tue Nov 17} and so on. */
    public static String of(Clock clock) {
        String due = Words.day(clock.due());
        return switch (clock.state()) {
            case MISSED -> clock.kind().label() + " missed, was due " + due;
            case TODAY, RUNNING -> clock.kind().label() + " due " + due;
            case MET, MET_LATE -> clock.kind().label() + " done";
        };
    }

    /** {@code 3 days late}, {@code Today}, {@code Tomorrow}, {@code In 4 days}. */
    public static String urgency(Clock clock, LocalDate today) {
        return urgency(clock.due(), today);
    }

    /** The same of any day by which something is due. */
    public static String urgency(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        if (days < 0) {
            return Words.count(-days, "day") + " late";
        }
        return days == 0 ? "Today" : days == 1 ? "Tomorrow" : "In " + days + " days";
    }

    /** The class that gives it its colour. */
    public static String tone(Clock clock, LocalDate today) {
        return switch (clock.state()) {
            case MISSED -> "is-late";
            case TODAY -> "is-soon";
            case RUNNING -> ChronoUnit.DAYS.between(today, clock.due()) <= 1 ? "is-soon" : "is-calm";
            case MET, MET_LATE -> "is-met";
        };
    }

    /** {@code done Thu Nov 12}, {@code done late Thu Nov 12}, {@code missed Fri Nov 13}, {@code by Tue Nov 17}. */
    public static String standing(Clock clock) {
        LocalDate met = clock.met();
        if (met != null) {
            return (clock.state() == Clock.State.MET_LATE ? "done late " : "done ") + Words.day(met);
        }
        return (clock.state() == Clock.State.MISSED ? "missed " : "by ") + Words.day(clock.due());
    }

    /** A sign for the state, beside the word. */
    public static String sign(Clock clock) {
        return switch (clock.state()) {
            case MET -> "✓";
            case MET_LATE -> "✓";
            case MISSED -> "!";
            case TODAY -> "◆";
            case RUNNING -> "○";
        };
    }
}
