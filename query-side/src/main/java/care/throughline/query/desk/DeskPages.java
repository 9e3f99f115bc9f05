package care.throughline.query.desk;

import care.throughline.events.round.RoundId;
import care.throughline.query.Reads;
import care.throughline.query.desk.FindWorklist.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The worklist as a page, and a single line of it for whoever just acted on it. */
@Controller
@Reads({Desk.NAME, "referrals", "authorizations", "calendar", "rounds"})
class DeskPages {

    private final DeskDay day;
    private final Untold untold;

    DeskPages(DeskDay day, Untold untold) {
        this.day = day;
        this.untold = untold;
    }

    /** Begins with what is the viewer's own; for a supervisor, who seldom has any, with everybody's. */
    @GetMapping(path = "/desk", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(
            @RequestParam Optional<String> filter,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "") String open,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam Optional<RoundId> round,
            HttpServletRequest request,
            Principal viewer) {
        Filter begun = request.isUserInRole("SUPERVISOR") ? Filter.ALL : Filter.MINE;
        Filter asked = filter.map(DeskApi::filterOf).orElse(begun);
        return new ModelAndView("desk/page")
                .addObject(
                        "page",
                        day.page(
                                viewer.getName(),
                                asked,
                                cursor.map(DeskApi::placeOf).orElse(null),
                                open))
                .addObject("untold", untold.lines(asked == Filter.MINE ? viewer.getName() : ""))
                .addObject("fresh", RoundId.PREFIX + UUID.randomUUID())
                .addObject("allChosen", chosen.equals("all"))
                .addObject(
                        "banner",
                        round.flatMap(one -> day.banner(viewer.getName(), one)).orElse(null));
    }

    @GetMapping(path = "/desk/lines/{item}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView line(
            @PathVariable String item,
            @RequestParam(defaultValue = "mine") String filter,
            @RequestParam(defaultValue = "false") boolean open,
            Principal viewer) {
        DeskPage page = day.line(viewer.getName(), DeskApi.filterOf(filter), item, open)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such line"));
        Shown shown = page.lines().getFirst();
        String template = switch (shown) {
            case ShownLine transition -> "desk/line";
            case ShownReferral referral -> "desk/referral";
            case ShownAuthorization authorization -> "desk/authorization";
            case ShownAppointment appointment -> "desk/appointment";
        };
        return new ModelAndView(template).addObject("page", page).addObject("shown", shown);
    }
}
