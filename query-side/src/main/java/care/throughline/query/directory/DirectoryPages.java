package care.throughline.query.directory;

import care.throughline.events.PerformerId;
import care.throughline.query.Freshness;
import care.throughline.query.Reads;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The directory as pages and as JSON; what is open now is judged in the organisation's time. */
@Controller
@Reads({Directory.NAME, "loops"})
class DirectoryPages {

    private final Performers performers;
    private final Freshness freshness;
    private final Clock clock;
    private final ZoneId zone;

    DirectoryPages(Performers performers, Freshness freshness, Clock clock, ZoneId zone) {
        this.performers = performers;
        this.freshness = freshness;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = "/directory", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(AskedDirectory asked) {
        FindPerformers query = asked.at(now());
        return new ModelAndView("directory/page").addObject("page", shown(query, performers.find(query)));
    }

    @GetMapping(path = "/directory/{performer}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView performer(@PathVariable PerformerId performer) {
        Entry entry = performer(performers.show(performer));
        return new ModelAndView("directory/performer")
                .addObject("page", shown(FindPerformers.doing(entry.specialty()), List.of(entry)))
                .addObject("entry", entry)
                .addObject("prices", performers.prices(performer));
    }

    @ResponseBody
    @GetMapping(path = "/api/directory", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Entry> find(AskedDirectory asked) {
        return performers.find(asked.at(now()));
    }

    @ResponseBody
    @GetMapping(path = "/api/directory/{performer}", produces = MediaType.APPLICATION_JSON_VALUE)
    Entry show(@PathVariable PerformerId performer) {
        return performer(performers.show(performer));
    }

    /** What one pays there without insurance, as last told of each service. */
    @ResponseBody
    @GetMapping(path = "/api/directory/{performer}/prices", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Price> prices(@PathVariable PerformerId performer) {
        return performers.prices(performer);
    }

    private DirectoryPage shown(FindPerformers asked, List<Entry> found) {
        LocalDate today = now().toLocalDate();
        int days = freshness.verifyAfterDays(today);
        List<Entry> unverified = performers.unverifiedSince(clock.instant().minus(Duration.ofDays(days)));
        DirectoryPage.Fresh fresh =
                new DirectoryPage.Fresh(days, freshness.priceOldAfterDays(today), freshness.rule(today), unverified);
        return new DirectoryPage(asked, found, performers.languages(), fresh, today, zone);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), zone);
    }

    private static Entry performer(Optional<Entry> found) {
        return found.orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such performer."));
    }
}
