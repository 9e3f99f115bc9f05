package care.throughline.query.authorizations;

import care.throughline.events.AuthorizationId;
import care.throughline.query.Names;
import care.throughline.query.Reads;
import care.throughline.query.timeline.Timelines;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The board of authorizations and the page of one, and both as JSON. */
@Controller
@Reads({Authorizations.NAME, "timeline"})
class AuthorizationPages {

    private final AuthorizationReader authorizations;
    private final Timelines timelines;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    AuthorizationPages(AuthorizationReader authorizations, Timelines timelines, Names names, Clock clock, ZoneId zone) {
        this.authorizations = authorizations;
        this.timelines = timelines;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = "/authorizations", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView board(
            @RequestParam(defaultValue = "") String coordinator, @RequestParam(defaultValue = "false") boolean late) {
        ShowAuthorizations asked = asked(coordinator, late);
        return new ModelAndView("authorizations/board")
                .addObject("page", new BoardPage(asked, authorizations.board(asked), view()));
    }

    @GetMapping(path = "/authorizations/{id}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(@PathVariable AuthorizationId id) {
        Authorization one = found(id);
        return new ModelAndView("authorizations/page")
                .addObject("page", new AuthorizationPage(one, timelines.about(one.authorization()), view()));
    }

    /** The board: everything that waits for something, and what was over in the last 60 days. */
    @ResponseBody
    @GetMapping(path = "/api/authorizations", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Authorization> find(
            @RequestParam(defaultValue = "") String coordinator, @RequestParam(defaultValue = "false") boolean late) {
        return authorizations.board(asked(coordinator, late));
    }

    @ResponseBody
    @GetMapping(path = "/api/authorizations/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Authorization show(@PathVariable AuthorizationId id) {
        return found(id);
    }

    private Authorization found(AuthorizationId id) {
        return authorizations
                .show(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such authorization."));
    }

    private ShowAuthorizations asked(String coordinator, boolean late) {
        Instant now = clock.instant();
        return new ShowAuthorizations(coordinator, late, LocalDate.ofInstant(now, zone), now);
    }

    private AuthorizationView view() {
        return new AuthorizationView(clock.instant(), zone, names);
    }
}
