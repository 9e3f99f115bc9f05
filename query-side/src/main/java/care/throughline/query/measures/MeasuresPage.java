package care.throughline.query.measures;

import care.throughline.query.Names;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The measures for people: a chart with its table beside it, and behind each number the list of its members. */
@Controller
@RequestMapping("/measures")
public class MeasuresPage {

    private final MeasureReports reports;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    MeasuresPage(MeasureReports reports, Names names, Clock clock, ZoneId zone) {
        this.reports = reports;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    /** A measure as shown: definition, numbers and picture. */
    public record Shown(Measure measure, MeasureReports.Report report, Chart chart) {}

    @GetMapping
    ModelAndView overview() {
        LocalDate today = today();
        YearMonth thisMonth = YearMonth.from(today);
        List<Shown> shown = Arrays.stream(Measure.values())
                .map(measure -> {
                    var report = reports.findReport(measure, thisMonth.minusMonths(11), thisMonth, today);
                    return new Shown(measure, report, Chart.of(report));
                })
                .toList();
        return new ModelAndView("measures/overview", Map.of("measures", shown, "names", names));
    }

    @GetMapping("/{slug}/members")
    ModelAndView members(
            @PathVariable String slug,
            @RequestParam YearMonth month,
            @RequestParam(defaultValue = "") String facility) {
        Measure measure = Measure.named(slug)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such measure."));
        return new ModelAndView(
                "measures/members",
                Map.of(
                        "measure",
                        measure,
                        "month",
                        month,
                        "facility",
                        facility,
                        "names",
                        names,
                        "members",
                        reports.findMembers(measure, month, facility, today())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
