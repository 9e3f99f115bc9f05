package care.throughline.query.calendar;

import care.throughline.events.StaffId;
import care.throughline.query.Reads;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The calendars somebody subscribed to, and what such a calendar holds: the guard has turned its secret into its owner. */
@Controller
@Reads(Calendar.NAME)
class FeedPages {

    private static final String CALENDAR = "text/calendar;charset=UTF-8";

    private final Feeds feeds;
    private final Clock clock;
    private final ZoneId zone;

    FeedPages(Feeds feeds, Clock clock, ZoneId zone) {
        this.feeds = feeds;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = "/subscriptions", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView mine(Principal viewer) {
        return new ModelAndView("calendar/feeds")
                .addObject("feeds", feeds.of(viewer.getName()))
                .addObject("zone", zone);
    }

    @ResponseBody
    @GetMapping(path = "/api/calendar/feeds", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Feeds.Feed> list(Principal viewer) {
        return feeds.of(viewer.getName());
    }

    @GetMapping("/ical/{secret}")
    ResponseEntity<String> file(@PathVariable String secret, @RequestAttribute StaffId owner) {
        Instant now = clock.instant();
        String home = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"throughline.ics\"")
                .body(ICalendar.of(feeds.held(owner, LocalDate.ofInstant(now, zone)), home, now));
    }
}
