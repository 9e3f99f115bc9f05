package care.throughline.query.measures;

import care.throughline.query.measures.MeasureReports.Member;
import care.throughline.query.measures.MeasureReports.Report;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Measures as JSON; months are of discharge, days in the organisation's time zone. */
@RestController
@RequestMapping("/api/measures")
class MeasuresApi {

    private static final int MONTHS_SHOWN = 12;

    private final MeasureReports reports;
    private final Clock clock;
    private final ZoneId zone;

    MeasuresApi(MeasureReports reports, Clock clock, ZoneId zone) {
        this.reports = reports;
        this.clock = clock;
        this.zone = zone;
    }

    /** One measure by month and facility, the last twelve months unless asked otherwise. */
    @GetMapping("/{measure}")
    Report report(
            @PathVariable String measure,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        YearMonth until = to == null ? YearMonth.from(today) : to;
        YearMonth since = from == null ? until.minusMonths(MONTHS_SHOWN - 1L) : from;
        return reports.findReport(named(measure), since, until, today);
    }

    /** The members of one month, at one facility or at all, each with its receipt. */
    @GetMapping("/{measure}/members")
    List<Member> members(
            @PathVariable String measure,
            @RequestParam YearMonth month,
            @RequestParam(defaultValue = "") String facility) {
        return reports.findMembers(named(measure), month, facility, LocalDate.ofInstant(clock.instant(), zone));
    }

    private static Measure named(String slug) {
        return Measure.named(slug)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no such measure: ask for readmission, timely-contact or timely-visit."));
    }
}
