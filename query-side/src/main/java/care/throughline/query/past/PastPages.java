package care.throughline.query.past;

import care.throughline.events.PatientId;
import care.throughline.events.directory.Specialty;
import care.throughline.query.Accesses;
import care.throughline.query.ChartClosed;
import care.throughline.query.Names;
import care.throughline.query.Reads;
import care.throughline.query.restrictions.ClosedChart;
import care.throughline.query.timeline.Moments;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the past; their parameters are those of {@link PastApi}. */
@Controller
@RequestMapping("/past")
@Reads({"audit", "patients", "desk", "timeline", "referrals", "authorizations"})
class PastPages {

    private final FindThen moments;
    private final PastCharts charts;
    private final PastLists lists;
    private final Recipes recipes;
    private final Concerned concerned;
    private final Accesses accesses;
    private final Names names;
    private final ZoneId zone;

    PastPages(
            FindThen moments,
            PastCharts charts,
            PastLists lists,
            Recipes recipes,
            Concerned concerned,
            Accesses accesses,
            Names names,
            ZoneId zone) {
        this.moments = moments;
        this.charts = charts;
        this.lists = lists;
        this.recipes = recipes;
        this.concerned = concerned;
        this.accesses = accesses;
        this.names = names;
        this.zone = zone;
    }

    /** Where to go, and when. */
    @GetMapping
    ModelAndView start() {
        return view("past/start", page(new Asked("", "", "")));
    }

    @GetMapping("/patients/{id}")
    ModelAndView patient(
            @PathVariable PatientId id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String with) {
        PastPage page = page(new Asked(at, happened, with));
        Optional<Instant> erased = charts.erasedAt(id);
        if (erased.isPresent()) {
            return view("past/erased", page).addObject("patient", id.value()).addObject("at", erased.get());
        }
        PastChart shown = charts.show(id, page.then(), page.beside(), Moments.Filter.STORY)
                .orElseThrow(PastApi::unknown);
        return view("past/patient", page).addObject("patient", id.value()).addObject("shown", shown);
    }

    @GetMapping("/desk")
    ModelAndView desk(
            @RequestParam(defaultValue = "") String coordinator,
            @RequestParam(defaultValue = "mine") String filter,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String with) {
        PastPage page = page(new Asked(at, happened, with));
        String whose = Optional.of(coordinator)
                .filter(given -> !given.isBlank())
                .orElseGet(() -> names.coordinators().getFirst().value());
        var recipe = recipes.desk(whose, PastApi.filterOf(filter));
        return view("past/desk", page)
                .addObject("coordinator", whose)
                .addObject("filter", PastApi.filterOf(filter))
                .addObject("shown", lists.show(recipe, page.then(), page.beside()));
    }

    @GetMapping("/transitions")
    ModelAndView transitions(
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "") String coordinator,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String with) {
        PastPage page = page(new Asked(at, happened, with));
        return view("past/transitions", page)
                .addObject("facility", facility)
                .addObject("coordinator", coordinator)
                .addObject("facilities", concerned.facilities(accesses.sealed()))
                .addObject("shown", lists.show(recipes.board(facility, coordinator), page.then(), page.beside()));
    }

    @GetMapping("/referrals")
    ModelAndView referrals(
            @RequestParam(defaultValue = "") String coordinator,
            @RequestParam Optional<Specialty> specialty,
            @RequestParam(defaultValue = "false") boolean stuck,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String with) {
        PastPage page = page(new Asked(at, happened, with));
        var recipe = recipes.referrals(coordinator, specialty.orElse(null), stuck);
        return view("past/referrals", page)
                .addObject("coordinator", coordinator)
                .addObject("specialty", specialty.map(Enum::name).orElse(""))
                .addObject("stuck", stuck)
                .addObject("shown", lists.show(recipe, page.then(), page.beside()));
    }

    /** As the page of now does. */
    @ExceptionHandler(ChartClosed.class)
    ModelAndView closed(HttpServletRequest request) {
        return ClosedChart.at(request);
    }

    private PastPage page(Asked asked) {
        return new PastPage(
                asked, moments.find(asked.at(), asked.happened()), moments.find(asked.with(), ""), zone, names);
    }

    private static ModelAndView view(String template, PastPage page) {
        return new ModelAndView(template).addObject("page", page);
    }
}
