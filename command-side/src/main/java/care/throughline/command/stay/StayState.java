package care.throughline.command.stay;

import care.throughline.command.stay.StayCommand.Report;
import care.throughline.events.FacilityCode;
import care.throughline.events.StayId;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.stay.StayReport;
import java.util.ArrayList;
import java.util.List;

/** What a visit knows when it decides: all that was ever told about it, and the picture that follows. */
sealed interface StayState {

    /** Nobody has told anything yet. */
    record Unheard() implements StayState {}

    record Told(StayPicture picture, List<StayReport> reports) implements StayState {}

    default List<StayEvent> decide(StayCommand command) {
        return switch (command) {
            case Report told -> hear(told.stay(), told.facility(), told.report());
        };
    }

    default StayState evolve(StayEvent event) {
        List<StayReport> reports = new ArrayList<>(reports());
        reports.add(event.report());
        return new Told(event.after(), List.copyOf(reports));
    }

    private List<StayEvent> hear(StayId stay, FacilityCode facility, StayReport report) {
        if (reports().stream().anyMatch(known -> isSame(known, report))) {
            return List.of();
        }
        List<StayReport> all = new ArrayList<>(reports());
        all.add(report);
        return switch (this) {
            case Unheard unheard -> List.of(Naming.first(report, Telling.of(stay, facility, all)));
            case Told told -> {
                StayPicture before = told.picture();
                yield List.of(Naming.change(before, report, Telling.of(stay, before.facility(), all)));
            }
        };
    }

    private List<StayReport> reports() {
        return switch (this) {
            case Unheard unheard -> List.of();
            case Told told -> told.reports();
        };
    }

    /** Told again by the same sender in the same words; what is sealed in it may have been forgotten since. */
    private static boolean isSame(StayReport one, StayReport other) {
        return one.kind() == other.kind()
                && one.toldBy().equals(other.toldBy())
                && one.toldAt().equals(other.toldAt())
                && one.tieBreak().equals(other.tieBreak());
    }
}
