package care.throughline.query.referrals;

import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.query.Names;
import care.throughline.query.Reads;
import care.throughline.query.timeline.Timelines;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The secure page of a performer; the guard has turned the link into the referral and the performer that it stands for. */
@Controller
@Reads({Referrals.NAME, "timeline"})
class LinkPages {

    private final ReferralReader referrals;
    private final Timelines timelines;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    LinkPages(ReferralReader referrals, Timelines timelines, Names names, Clock clock, ZoneId zone) {
        this.referrals = referrals;
        this.timelines = timelines;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = "/link/{token}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView show(
            @PathVariable String token,
            @RequestAttribute ReferralId referral,
            @RequestAttribute PerformerId performer) {
        Referral found = referrals.show(referral).orElseThrow(LinkPages::gone);
        Referral.Candidate answer = referrals.candidates(found.referral()).stream()
                .filter(one -> one.performer().equals(performer.value()))
                .findFirst()
                .orElseThrow(LinkPages::gone);
        ReferralView view = new ReferralView(LocalDate.ofInstant(clock.instant(), zone), zone, names);
        ReferralPage page = new ReferralPage(
                found, List.of(answer), List.of(), List.of(), Map.of(), timelines.about(found.referral()), view);
        return new ModelAndView("referrals/link").addObject("link", new LinkPage(page, answer, "/link/" + token));
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such referral.");
    }
}
