package care.throughline.query.accesses;

import care.throughline.events.PatientId;
import care.throughline.query.ChartClosed;
import care.throughline.query.Names;
import care.throughline.query.Reads;
import care.throughline.query.restrictions.ClosedChart;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What was told of a person to others outside in the last six years, and the form that records one more. */
@Controller
@Reads({Register.NAME, "patients"})
class DisclosuresPages {

    private final DisclosuresApi api;
    private final Disclosures disclosures;
    private final DisclosureWords words;

    DisclosuresPages(DisclosuresApi api, Disclosures disclosures, Period period, Names names) {
        this.api = api;
        this.disclosures = disclosures;
        this.words = new DisclosureWords(names, period.zone());
    }

    @GetMapping("/patients/{id}/disclosures")
    ModelAndView page(@PathVariable PatientId id) {
        return new ModelAndView("accesses/disclosures")
                .addObject("name", disclosures.nameOf(id))
                .addObject("accounting", api.find(id, Optional.empty(), Optional.empty()))
                .addObject("words", words);
    }

    /** Says so, and how to get in. */
    @ExceptionHandler(ChartClosed.class)
    ModelAndView closed(HttpServletRequest request) {
        return ClosedChart.at(request);
    }
}
