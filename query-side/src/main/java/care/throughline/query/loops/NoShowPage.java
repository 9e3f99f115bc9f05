package care.throughline.query.loops;

import care.throughline.events.FacilityCode;
import care.throughline.query.Names;
import care.throughline.query.loops.NoShows.Group;
import care.throughline.query.loops.NoShows.Line;
import care.throughline.query.loops.NoShows.Report;
import care.throughline.query.web.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;

/** What the page of missed appointments in numbers shows. */
public record NoShowPage(Report report, Names names) {

    public List<Group> groups() {
        return List.of(Group.values());
    }

    /** What a line is about, in words. */
    public String words(Line line) {
        String name = line.name();
        return switch (report.by()) {
            case PERFORMER -> line.group().isEmpty() ? "Nobody of the directory" : name == null ? line.group() : name;
            case FACILITY -> line.group().isEmpty() ? "No facility" : names.facility(new FacilityCode(line.group()));
            case MONTH -> Words.month(YearMonth.parse(line.group()));
        };
    }

    /** Where the members of a line are. */
    public String members(Line line) {
        return "/measures/appointments/members?by=" + report.by() + "&group="
                + URLEncoder.encode(line.group(), StandardCharsets.UTF_8) + "&since="
                + report.months().since() + "&until=" + report.months().until();
    }
}
