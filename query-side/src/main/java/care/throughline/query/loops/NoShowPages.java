package care.throughline.query.loops;

import care.throughline.query.Names;
import care.throughline.query.Reads;
import care.throughline.query.loops.NoShows.Group;
import care.throughline.query.loops.NoShows.Member;
import care.throughline.query.loops.NoShows.Report;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Missed appointments in numbers, as pages and as JSON; months are those in which the appointments were. */
@Controller
@Reads("calendar")
class NoShowPages {

    private static final String PAGE = MediaType.TEXT_HTML_VALUE;
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final NoShows numbers;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    NoShowPages(NoShows numbers, Names names, Clock clock, ZoneId zone) {
        this.numbers = numbers;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = "/measures/appointments", produces = PAGE)
    ModelAndView overview(
            @RequestParam(defaultValue = "MONTH") Group by,
            @RequestParam(required = false) @Nullable YearMonth since,
            @RequestParam(required = false) @Nullable YearMonth until) {
        return new ModelAndView("loops/missed", Map.of("page", new NoShowPage(report(by, since, until), names)));
    }

    @GetMapping(path = "/measures/appointments/members", produces = PAGE)
    ModelAndView behind(
            @RequestParam Group by,
            @RequestParam String group,
            @RequestParam(required = false) @Nullable YearMonth since,
            @RequestParam(required = false) @Nullable YearMonth until) {
        return new ModelAndView(
                "loops/appointments",
                Map.of("members", members(by, group, since, until), "definition", NoShows.VERSION));
    }

    /** How many appointments were missed of those of which it was told what came of them. */
    @ResponseBody
    @GetMapping(path = "/api/measures/appointments", produces = JSON)
    Report report(
            @RequestParam(defaultValue = "MONTH") Group by,
            @RequestParam(required = false) @Nullable YearMonth since,
            @RequestParam(required = false) @Nullable YearMonth until) {
        return numbers.report(Months.of(since, until, today()), by);
    }

    /** The appointments behind one line of it, each with its receipt. */
    @ResponseBody
    @GetMapping(path = "/api/measures/appointments/members", produces = JSON)
    List<Member> members(
            @RequestParam Group by,
            @RequestParam String group,
            @RequestParam(required = false) @Nullable YearMonth since,
            @RequestParam(required = false) @Nullable YearMonth until) {
        return numbers.members(group, Months.of(since, until, today()), by);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
