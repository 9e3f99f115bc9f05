package care.throughline.query.desk;

import care.throughline.events.StaffId;
import care.throughline.query.Names;
import care.throughline.query.desk.FindWorklist.Filter;
import care.throughline.query.desk.FindWorklist.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the worklist shows.
 *
 * @param open the item whose panel is open, empty if none
 * @param viewer the account that looks
 */
public record DeskPage(
        Filter filter,
        List<Shown> lines,
        @Nullable Place next,
        Map<Filter, Integer> counts,
        Instant now,
        ZoneId zone,
        String open,
        String viewer,
        Names names) {

    /** The day in the organisation's zone. */
    public LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    /** The address of this list with another filter. */
    public static String path(Filter filter) {
        return "/desk?filter=" + filter.name().toLowerCase(Locale.ROOT);
    }

    /** The same page with every line chosen. */
    public static String chosen(String here) {
        return here + (here.contains("?") ? "&" : "?") + "chosen=all";
    }

    /** The count of a filter, {@code 99+} if there are more than are counted. */
    public String count(Filter filter) {
        int count = counts.getOrDefault(filter, 0);
        return count > Worklists.COUNTED ? Worklists.COUNTED + "+" : String.valueOf(count);
    }

    /** The filters to choose from; offers only when there are any. */
    public List<Filter> filters() {
        return List.of(Filter.values()).stream()
                .filter(one -> one != Filter.OFFERED || one == filter || counts.getOrDefault(one, 0) > 0)
                .toList();
    }

    /** Colleagues to hand a patient to. */
    public List<StaffId> colleagues() {
        return names.coordinators().stream()
                .filter(one -> !one.value().equals(viewer))
                .toList();
    }

    /** How many lines several can be chosen of: nobody puts aside or takes an authorization without its patient. */
    public long choosable() {
        return lines.stream()
                .filter(line -> !(line instanceof ShownAuthorization))
                .count();
    }

    public boolean isOpen(Shown shown) {
        return shown.item().equals(open);
    }
}
