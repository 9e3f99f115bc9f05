package care.throughline.query.loops;

import care.throughline.events.PerformerId;
import care.throughline.query.Reads;
import care.throughline.query.directory.Entry;
import care.throughline.query.directory.Performers;
import care.throughline.query.loops.LoopReports.Closure;
import care.throughline.query.loops.LoopReports.Member;
import care.throughline.query.loops.LoopReports.Waits;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The numbers of referrals as pages and as JSON; months are those of sending, or of the end of a wait. */
@Controller
@Reads({Loops.NAME, "authorizations"})
class LoopsPages {

    private static final String PAGE = MediaType.TEXT_HTML_VALUE;
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final LoopNumbers numbers;
    private final RulingNumbers rulings;
    private final Performers performers;
    private final Clock clock;
    private final ZoneId zone;

    LoopsPages(LoopNumbers numbers, RulingNumbers rulings, Performers performers, Clock clock, ZoneId zone) {
        this.numbers = numbers;
        this.rulings = rulings;
        this.performers = performers;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = "/measures/referrals", produces = PAGE)
    ModelAndView overview(
            @RequestParam(defaultValue = "SPECIALTY") By by,
            @RequestParam(defaultValue = "60") int within,
            @RequestParam(defaultValue = "SENT") Milestone from,
            @RequestParam(defaultValue = "SEEN") Milestone to,
            @RequestParam(required = false) @Nullable YearMonth since,
            @RequestParam(required = false) @Nullable YearMonth until) {
        Closure closure = closure(by, within, since, until);
        Waits waits = waits(from, to, by, since, until);
        LoopsPage page = new LoopsPage(closure, waits, rulings.rulings(closure.months(), by));
        return new ModelAndView("loops/overview", Map.of("page", page));
    }

    @GetMapping(path = "/measures/referrals/closure/members", produces = PAGE)
    ModelAndView closureMembers(
            @RequestParam By by,
            @RequestParam String group,
            @RequestParam(defaultValue = "60") int within,
            @RequestParam(required = false) @Nullable YearMonth since,
            @RequestParam(required = false) @Nullable YearMonth until) {
        List<Member> members = closureOf(by, group, within, since, until);
        return new ModelAndView("loops/members", Map.of("page", MembersPage.ofClosure(within, members)));
    }

    @GetMapping(path = "/measures/referrals/waits/members", produces = PAGE)
    ModelAndView waitMembers(
            @RequestParam By by,
            @RequestParam String group,
            @RequestParam Milestone from,
            @RequestParam Milestone to,
            @RequestParam(required = false) @Nullable YearMonth since,
            @RequestParam(required = false) @Nullable YearMonth until) {
        List<Member> members = waitsOf(by, group, from, to, since, until);
        return new ModelAndView("loops/members", Map.of("page", MembersPage.ofWaits(from, to, members)));
    }

    /** How many loops were closed within so many days of sending; only those are judged whose days are over. */
    @ResponseBody
    @GetMapping(path = "/api/measures/referrals/closure", produces = JSON)
    Closure closure(
            @RequestParam(defaultValue = "SPECIALTY") By by,
            @RequestParam(defaultValue = "60") int within,
            @RequestParam(required = false) @Nullable YearMonth since,
            @RequestParam(required = false) @Nullable YearMonth until) {
        return numbers.closure(Months.of(since, until, today()), within, by, today());
    }

    /** The referrals behind one line of it, each with its receipt. */
    @ResponseBody
    @GetMapping(path = "/api/measures/referrals/closure/members", produces = JSON)
    List<Member> closureOf(
            @RequestParam By by,
            @RequestParam String group,
            @RequestParam(defaultValue = "60") int within,
            @RequestParam(required = false) @Nullable YearMonth since,
            @RequestParam(required = false) @Nullable YearMonth until) {
        return numbers.closureOf(group, Months.of(since, until, today()), within, by, today());
    }

    /** How long it took from one milestone to another, in calendar days of the organisation's zone. */
    @ResponseBody
    @GetMapping(path = "/api/measures/referrals/waits", produces = JSON)
    Waits waits(
            @RequestParam Milestone from,
            @RequestParam Milestone to,
            @RequestParam(defaultValue = "SPECIALTY") By by,
            @RequestParam(required = false) @Nullable YearMonth since,
            @RequestParam(required = false) @Nullable YearMonth until) {
        return numbers.waits(from, to, Months.of(since, until, today()), by);
    }

    /** The referrals behind one line of it, each with its receipt. */
    @ResponseBody
    @GetMapping(path = "/api/measures/referrals/waits/members", produces = JSON)
    List<Member> waitsOf(
            @RequestParam By by,
            @RequestParam String group,
            @RequestParam Milestone from,
            @RequestParam Milestone to,
            @RequestParam(required = false) @Nullable YearMonth since,
            @RequestParam(required = false) @Nullable YearMonth until) {
        return numbers.waitsOf(group, from, to, Months.of(since, until, today()), by);
    }

    @GetMapping(path = "/directory/{performer}/seen", produces = PAGE)
    ModelAndView seen(@PathVariable PerformerId performer) {
        Entry entry = performers
                .show(performer)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such performer."));
        return new ModelAndView(
                "loops/members", Map.of("page", MembersPage.ofSeen(entry.name(), numbers.seenBy(performer))));
    }

    /** Whom this performer saw last, at most 20: what its days to seen are the median of. */
    @ResponseBody
    @GetMapping(path = "/api/directory/{performer}/seen", produces = JSON)
    List<Member> seenBy(@PathVariable PerformerId performer) {
        return numbers.seenBy(performer);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
