package care.throughline.query.past;

import care.throughline.events.PatientId;
import care.throughline.events.directory.Specialty;
import care.throughline.query.Reads;
import care.throughline.query.desk.FindWorklist;
import care.throughline.query.desk.Shown;
import care.throughline.query.referrals.Referral;
import care.throughline.query.timeline.Moments;
import care.throughline.query.transitions.Board;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The past as JSON. {@code at} is what was known by: a position, a day and time in the organisation's zone, an instant that
 * ends in Z, or nothing for now. {@code happened} leaves out what happened later. {@code with} is the moment beside it,
 * as {@code at}.
 */
@RestController
@RequestMapping("/api/past")
@Reads({"audit", "patients", "desk", "timeline", "referrals", "authorizations"})
class PastApi {

    private final FindThen moments;
    private final PastCharts charts;
    private final PastLists lists;
    private final Recipes recipes;

    PastApi(FindThen moments, PastCharts charts, PastLists lists, Recipes recipes) {
        this.moments = moments;
        this.charts = charts;
        this.lists = lists;
        this.recipes = recipes;
    }

    /** A person at two moments, with the differences and the events between; 404 if unknown at both. */
    @GetMapping("/patients/{id}")
    PastChart patient(
            @PathVariable PatientId id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String with) {
        return charts.show(id, moments.find(at, happened), moments.find(with, ""), Moments.Filter.STORY)
                .orElseThrow(PastApi::unknown);
    }

    /** The first 200 lines of a coordinator's worklist at two moments; {@code filter} as on the desk. */
    @GetMapping("/desk")
    PastList<List<Shown>> desk(
            @RequestParam String coordinator,
            @RequestParam(defaultValue = "mine") String filter,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String with) {
        return lists.show(
                recipes.desk(coordinator, filterOf(filter)), moments.find(at, happened), moments.find(with, ""));
    }

    /** The board of transitions at two moments; facility and coordinator narrow it. */
    @GetMapping("/transitions")
    PastList<Board> transitions(
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "") String coordinator,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String with) {
        return lists.show(recipes.board(facility, coordinator), moments.find(at, happened), moments.find(with, ""));
    }

    /** The board of referrals at two moments; coordinator, specialty and what is stuck narrow it. */
    @GetMapping("/referrals")
    PastList<List<Referral>> referrals(
            @RequestParam(defaultValue = "") String coordinator,
            @RequestParam Optional<Specialty> specialty,
            @RequestParam(defaultValue = "false") boolean stuck,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String with) {
        return lists.show(
                recipes.referrals(coordinator, specialty.orElse(null), stuck),
                moments.find(at, happened),
                moments.find(with, ""));
    }

    static FindWorklist.Filter filterOf(String filter) {
        try {
            return FindWorklist.Filter.valueOf(filter.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "filter is one of mine, all, unassigned, overdue, offered, snoozed",
                    unknown);
        }
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "Nobody was known by this record at either moment.");
    }
}
