package care.throughline.query.restrictions;

import care.throughline.query.Names;
import care.throughline.query.Reads;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** What a privacy officer has to review, as a page and as JSON. */
@Controller
@Reads({Restrictions.NAME, "patients", "accesses"})
class RestrictionPages {

    private final BrokenGlasses glasses;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    RestrictionPages(BrokenGlasses glasses, Names names, Clock clock, ZoneId zone) {
        this.glasses = glasses;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/restrictions")
    ModelAndView page() {
        return new ModelAndView("restrictions/page")
                .addObject("page", new BrokenGlassPage(glasses.find(clock.instant()), zone, names));
    }

    /** Each time that the glass was broken, those nobody has reviewed first, and how often by whom in 90 days. */
    @ResponseBody
    @GetMapping("/api/restrictions/glass")
    BrokenGlass glass() {
        return glasses.find(clock.instant());
    }
}
