package care.throughline.query.overnight;

import care.throughline.query.Holidays;
import care.throughline.query.Names;
import care.throughline.query.Reads;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The night as a page and as JSON; {@code since} is a local date and time in the organisation's zone. */
@Controller
@Reads(Overnight.NAME)
class NightPages {

    private final Nights nights;
    private final Names names;
    private final Holidays holidays;
    private final Clock clock;
    private final ZoneId zone;

    NightPages(Nights nights, Names names, Holidays holidays, Clock clock, ZoneId zone) {
        this.nights = nights;
        this.names = names;
        this.holidays = holidays;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = "/overnight", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Optional<LocalDateTime> since,
            Principal viewer) {
        ShowNight asked = asked(mine, since, viewer);
        NightPage page = new NightPage(nights.show(asked), mine, asked.now(), zone, names);
        return new ModelAndView("overnight/page").addObject("page", page);
    }

    @ResponseBody
    @GetMapping(path = "/api/overnight", produces = MediaType.APPLICATION_JSON_VALUE)
    Night night(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Optional<LocalDateTime> since,
            Principal viewer) {
        return nights.show(asked(mine, since, viewer));
    }

    private ShowNight asked(boolean mine, Optional<LocalDateTime> since, Principal viewer) {
        Instant now = clock.instant();
        Instant from = since.map(local -> local.atZone(zone).toInstant())
                .orElseGet(() -> ShiftEnd.before(now, zone, holidays));
        return new ShowNight(viewer.getName(), mine, from, now);
    }
}
