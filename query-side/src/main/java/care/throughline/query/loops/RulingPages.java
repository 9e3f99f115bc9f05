package care.throughline.query.loops;

import care.throughline.query.Reads;
import care.throughline.query.loops.LoopReports.Member;
import care.throughline.query.loops.RulingReports.Rulings;
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

/** What payers decided: as JSON, and the members behind it as a page; months are those of the decision. */
@Controller
@Reads({Loops.NAME, "authorizations"})
class RulingPages {

    private final RulingNumbers numbers;
    private final Clock clock;
    private final ZoneId zone;

    RulingPages(RulingNumbers numbers, Clock clock, ZoneId zone) {
        this.numbers = numbers;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = "/measures/referrals/rulings/members", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView members(
            @RequestParam By by,
            @RequestParam String group,
            @RequestParam(defaultValue = "false") boolean appeals,
            @RequestParam(required = false) @Nullable YearMonth since,
            @RequestParam(required = false) @Nullable YearMonth until) {
        List<Member> members = rulingsOf(by, group, appeals, since, until);
        return new ModelAndView("loops/members", Map.of("page", MembersPage.ofRulings(appeals, members)));
    }

    /** Denials, appeals that changed something, and the days from request to decision; by group, and by month of the decision. */
    @ResponseBody
    @GetMapping(path = "/api/measures/referrals/rulings", produces = MediaType.APPLICATION_JSON_VALUE)
    Rulings rulings(
            @RequestParam(defaultValue = "SPECIALTY") By by,
            @RequestParam(required = false) @Nullable YearMonth since,
            @RequestParam(required = false) @Nullable YearMonth until) {
        return numbers.rulings(months(since, until), by);
    }

    /** The authorizations behind one line, each with its receipt: the requests decided, or the appeals. */
    @ResponseBody
    @GetMapping(path = "/api/measures/referrals/rulings/members", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Member> rulingsOf(
            @RequestParam By by,
            @RequestParam String group,
            @RequestParam(defaultValue = "false") boolean appeals,
            @RequestParam(required = false) @Nullable YearMonth since,
            @RequestParam(required = false) @Nullable YearMonth until) {
        return numbers.rulingsOf(group, months(since, until), by, appeals);
    }

    private Months months(@Nullable YearMonth since, @Nullable YearMonth until) {
        return Months.of(since, until, LocalDate.ofInstant(clock.instant(), zone));
    }
}
