package care.throughline.query.transitions;

import care.throughline.query.Names;
import care.throughline.query.Reads;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The board as a page and as JSON. */
@Controller
@Reads("desk")
class BoardPages {

    private final Boards boards;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    BoardPages(Boards boards, Names names, Clock clock, ZoneId zone) {
        this.boards = boards;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = "/transitions", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "") String coordinator,
            @RequestParam(defaultValue = "board") String view) {
        ShowBoard asked = asked(facility, coordinator);
        BoardPage page = new BoardPage(boards.show(asked), asked, view.equals("table"), zone, names);
        return new ModelAndView("transitions/page").addObject("page", page);
    }

    @ResponseBody
    @GetMapping(path = "/api/transitions", produces = MediaType.APPLICATION_JSON_VALUE)
    Board board(@RequestParam(defaultValue = "") String facility, @RequestParam(defaultValue = "") String coordinator) {
        return boards.show(asked(facility, coordinator));
    }

    private ShowBoard asked(String facility, String coordinator) {
        return new ShowBoard(facility, coordinator, LocalDate.ofInstant(clock.instant(), zone));
    }
}
