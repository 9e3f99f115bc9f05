package care.throughline.query.desk;

import care.throughline.events.FacilityCode;
import care.throughline.events.StaffId;
import care.throughline.query.Names;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A line with everything that follows from it on a given day, as the page and the API tell it. */
public record ShownLine(
        Line line,
        List<Clock> clocks,
        Clock next,
        String facilityName,
        String coordinatorName,
        String offeredToName,
        String changed,
        Why why)
        implements Shown {

    /** The line as it reads on this day. */
    public static ShownLine of(Line line, LocalDate today, ZoneId zone, Names names) {
        return new ShownLine(
                line,
                Clock.of(line, today, zone),
                Clock.next(line, today, zone),
                names.facility(new FacilityCode(line.left().facility())),
                staff(line.coordinator(), names),
                staff(line.offeredTo(), names),
                Told.of(line.latest(), names),
                Why.of(line, today, zone, names));
    }

    private static String staff(String account, Names names) {
        return account.isEmpty() ? "" : names.staff(new StaffId(account));
    }

    @Override
    public String item() {
        return line.item();
    }

    @Override
    public FindWorklist.Place place() {
        return line.place();
    }

    @Override
    public String who() {
        return line.who().name();
    }

    /** What the row announces after it changed. */
    public String status() {
        return line.who().name() + ": " + changed + ". " + DueWords.of(next);
    }
}
