package care.throughline.query.referrals;

import care.throughline.events.ReferralId;
import care.throughline.events.directory.Specialty;
import care.throughline.query.Names;
import care.throughline.query.Outbox;
import care.throughline.query.Reads;
import care.throughline.query.authorizations.AuthorizationLines;
import care.throughline.query.authorizations.AuthorizationReader;
import care.throughline.query.authorizations.AuthorizationView;
import care.throughline.query.timeline.Timelines;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The board of referrals and the page of one, and both as JSON. */
@Controller
@Reads({Referrals.NAME, "authorizations", "timeline"})
class ReferralPages {

    private final ReferralReader referrals;
    private final AuthorizationReader authorizations;
    private final Timelines timelines;
    private final Outbox outbox;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    ReferralPages(
            ReferralReader referrals,
            AuthorizationReader authorizations,
            Timelines timelines,
            Outbox outbox,
            Names names,
            Clock clock,
            ZoneId zone) {
        this.referrals = referrals;
        this.authorizations = authorizations;
        this.timelines = timelines;
        this.outbox = outbox;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = "/referrals", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView board(
            @RequestParam(defaultValue = "") String coordinator,
            @RequestParam Optional<Specialty> specialty,
            @RequestParam(defaultValue = "false") boolean stuck) {
        ShowReferrals asked = new ShowReferrals(coordinator, specialty.orElse(null), stuck, today());
        return new ModelAndView("referrals/board")
                .addObject("page", new BoardPage(asked, referrals.board(asked), view()));
    }

    @GetMapping(path = "/referrals/{id}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(@PathVariable ReferralId id) {
        Referral referral = found(id);
        ReferralPage page = new ReferralPage(
                referral,
                referrals.candidates(referral.referral()),
                referrals.places(referral),
                referrals.couldBeAsked(referral),
                outbox.telling(referral.referral()),
                timelines.about(referral.referral()),
                view());
        AuthorizationView permissions = new AuthorizationView(clock.instant(), zone, names);
        return new ModelAndView("referrals/page")
                .addObject("page", page)
                .addObject("permissions", new AuthorizationLines(authorizations.ofReferral(id), permissions));
    }

    /** The board: everything that goes on, and what was over in the last 60 days. */
    @ResponseBody
    @GetMapping(path = "/api/referrals", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Referral> find(
            @RequestParam(defaultValue = "") String coordinator,
            @RequestParam Optional<Specialty> specialty,
            @RequestParam(defaultValue = "false") boolean stuck) {
        return referrals.board(new ShowReferrals(coordinator, specialty.orElse(null), stuck, today()));
    }

    @ResponseBody
    @GetMapping(path = "/api/referrals/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Referral show(@PathVariable ReferralId id) {
        return found(id);
    }

    private Referral found(ReferralId id) {
        return referrals
                .show(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such referral."));
    }

    private ReferralView view() {
        return new ReferralView(today(), zone, names);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
