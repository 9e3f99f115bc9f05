package care.throughline.query.loops;

import care.throughline.events.directory.Specialty;
import care.throughline.query.directory.PerformerWords;
import care.throughline.query.loops.LoopReports.Closure;
import care.throughline.query.loops.LoopReports.Waits;
import care.throughline.query.loops.RulingReports.Ruled;
import care.throughline.query.loops.RulingReports.Rulings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the page of the numbers of referrals shows. */
public record LoopsPage(Closure closure, Waits waits, Rulings rulings) {

    /** Within how many days a loop should be closed, to choose from. */
    public List<Integer> spans() {
        return List.of(30, 60, 90, 180);
    }

    /** What a line is about, in words. */
    public String words(String group, @Nullable String name) {
        return switch (closure.by()) {
            case SPECIALTY -> PerformerWords.of(Specialty.valueOf(group));
            case PAYER -> group.isEmpty() ? "Payer not known" : group;
            case PERFORMER -> group.isEmpty() ? "Nobody has it" : name == null ? group : name;
        };
    }

    /** Where the members of a line are. */
    public String closureMembers(String group) {
        return "/measures/referrals/closure/members?" + line(group) + "&within=" + closure.within();
    }

    /** Where the members of a line are. */
    public String waitMembers(String group) {
        return "/measures/referrals/waits/members?" + line(group) + "&from=" + waits.from() + "&to=" + waits.to();
    }

    /** Where the members of a line are: the requests that were decided, or the appeals. */
    public String rulingMembers(Ruled line, boolean appeals) {
        Months all = rulings.months();
        Months months = line.month() == null ? all : new Months(line.month(), line.month());
        return "/measures/referrals/rulings/members?" + line(line.group(), months) + "&appeals=" + appeals;
    }

    private String line(String group) {
        return line(group, closure.months());
    }

    private String line(String group, Months months) {
        return "by=" + closure.by() + "&group=" + URLEncoder.encode(group, StandardCharsets.UTF_8) + "&since="
                + months.since() + "&until=" + months.until();
    }

    /** {@code 12 days}, {@code 9.5 days}, or a dash of nothing. */
    public static String days(@Nullable Double days) {
        if (days == null) {
            return "–";
        }
        boolean whole = days == Math.rint(days);
        return whole && Math.round(days) == 1
                ? "1 day"
                : String.format(Locale.US, whole ? "%.0f days" : "%.1f days", days);
    }
}
