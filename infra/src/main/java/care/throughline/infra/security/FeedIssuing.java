package care.throughline.infra.security;

import care.throughline.command.Commands;
import care.throughline.command.appointment.CalendarFeedCommand.OpenFeed;
import care.throughline.events.CalendarFeedId;
import care.throughline.events.StaffId;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes the secret address of a calendar and shows it this once: nothing that is stored can tell it again. */
@Controller
class FeedIssuing {

    private final Commands commands;
    private final Clock clock;
    private final LinkTokens tokens = new LinkTokens();

    FeedIssuing(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping(path = "/subscriptions", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(Principal by) {
        return new ModelAndView("calendar/subscribed", Map.of("address", open(by).address()));
    }

    /** Makes a secret address.
     *
     * @return the address, shown this once, and what it is ended by
     */
    @ResponseBody
    @PostMapping(path = "/api/calendar/feeds", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Opened> json(Principal by) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(open(by));
    }

    private Opened open(Principal by) {
        String secret = tokens.next();
        CalendarFeedId feed = new CalendarFeedId(CalendarFeedId.PREFIX + UUID.randomUUID());
        commands.send(new OpenFeed(feed, new StaffId(by.getName()), LinkTokens.hash(secret), clock.instant()));
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(FeedDoor.PATH)
                .path(secret)
                .toUriString();
        return new Opened(feed.value(), address);
    }

    /** The address as it goes into a calendar. */
    record Opened(String feed, String address) {}
}
