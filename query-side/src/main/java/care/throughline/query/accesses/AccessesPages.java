package care.throughline.query.accesses;

import care.throughline.events.PatientId;
import care.throughline.query.Names;
import care.throughline.query.Reads;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of accesses: everybody's with how often each looked, one member of staff's, or those to one person. */
@Controller
@Reads({Register.NAME, "patients"})
class AccessesPages {

    private static final int PAGE = 100;

    private final Onlookers onlookers;
    private final Period period;
    private final Names names;

    AccessesPages(Onlookers onlookers, Period period, Names names) {
        this.onlookers = onlookers;
        this.period = period;
        this.names = names;
    }

    @GetMapping("/accesses")
    ModelAndView page(
            @RequestParam Optional<PatientId> patient,
            @RequestParam(defaultValue = "") String staff,
            @RequestParam(defaultValue = "all") String outcome,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> since,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> until,
            @RequestParam(defaultValue = AccessesApi.NEWEST) long before) {
        Period.Days days = period.days(patient, since, until);
        FindAccesses asked = period.question(patient, staff, AccessesApi.outcomeOf(outcome), days, before, PAGE);
        boolean everybody = patient.isEmpty() && staff.isEmpty();
        List<Looks.OfStaff> counts = everybody ? onlookers.countByStaff(asked.since(), asked.until()) : List.of();
        return new ModelAndView("accesses/page")
                .addObject(
                        "page",
                        new LooksPage(
                                asked,
                                days.since(),
                                days.until(),
                                onlookers.find(asked),
                                counts,
                                period.zone(),
                                names));
    }
}
