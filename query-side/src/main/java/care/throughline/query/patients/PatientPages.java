package care.throughline.query.patients;

import care.throughline.events.PatientId;
import care.throughline.query.ChartClosed;
import care.throughline.query.Names;
import care.throughline.query.Reads;
import care.throughline.query.authorizations.AuthorizationReader;
import care.throughline.query.calendar.CalendarView;
import care.throughline.query.calendar.Calendars;
import care.throughline.query.referrals.ReferralReader;
import care.throughline.query.restrictions.ClosedChart;
import care.throughline.query.restrictions.Standings;
import care.throughline.query.timeline.FullEvents;
import care.throughline.query.timeline.Moments;
import care.throughline.query.timeline.Moments.Filter;
import care.throughline.query.timeline.Moments.Order;
import care.throughline.query.timeline.Timelines;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages about people: find one, and see all that matters about one. */
@Controller
@RequestMapping("/patients")
@Reads({"patients", "desk", "timeline", "referrals", "authorizations", "calendar", "restrictions"})
class PatientPages {

    private static final int MOMENTS = 50;

    private final FindPatients patients;
    private final Charts charts;
    private final Timelines timelines;
    private final ReferralReader referrals;
    private final AuthorizationReader authorizations;
    private final Calendars calendars;
    private final FullEvents events;
    private final Standings standings;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    PatientPages(
            FindPatients patients,
            Charts charts,
            Timelines timelines,
            ReferralReader referrals,
            AuthorizationReader authorizations,
            Calendars calendars,
            FullEvents events,
            Standings standings,
            Names names,
            Clock clock,
            ZoneId zone) {
        this.patients = patients;
        this.charts = charts;
        this.timelines = timelines;
        this.referrals = referrals;
        this.authorizations = authorizations;
        this.calendars = calendars;
        this.events = events;
        this.standings = standings;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping
    ModelAndView find() {
        return new ModelAndView("patients/search", Map.of("today", today()));
    }

    /** Posted, so that nothing about anybody stands in an address, a log or a history. */
    @PostMapping("/search")
    ModelAndView search(@RequestParam(defaultValue = "") String q) {
        return new ModelAndView("patients/search", Map.of("typed", q, "found", patients.find(q), "today", today()));
    }

    /** A retired record leads to the record that stands for the person today. */
    @GetMapping("/{id}")
    ModelAndView show(
            @PathVariable PatientId id,
            @RequestParam(defaultValue = "STORY") Filter show,
            @RequestParam(defaultValue = "HAPPENED") Order order,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable PatientId from,
            @RequestParam(required = false) @Nullable Long after,
            Principal viewer) {
        Chart chart = charts.show(id).orElseThrow(PatientsApi::unknown);
        String root = chart.person().patient();
        if (!root.equals(id.value())) {
            return new ModelAndView("redirect:" + address(root, id, after));
        }
        Moments moments = timelines.find(id, show, order, before, MOMENTS);
        ChartPage page = new ChartPage(
                chart,
                referrals.ofPerson(id),
                authorizations.ofPerson(id),
                moments,
                show,
                order,
                from == null ? "" : from.value(),
                clock.instant(),
                zone,
                names);
        if (chart.person().erasedAt() != null) {
            return new ModelAndView("patients/erased", Map.of("page", page));
        }
        return new ModelAndView("patients/chart")
                .addObject("page", page)
                .addObject("next", NextAppointments.of(calendars.ofPerson(id), new CalendarView(today(), zone, names)))
                .addObject(
                        "standing",
                        standings
                                .of(List.of(root), viewer.getName(), clock.instant())
                                .get(root));
    }

    /** One event of the person as it is stored, opened for those who may see the person. */
    @GetMapping("/{id}/events/{position}")
    ModelAndView event(@PathVariable PatientId id, @PathVariable long position) {
        Moments.Moment moment = timelines.show(id, position).orElseThrow(PatientsApi::unknown);
        return new ModelAndView(
                "patients/event",
                Map.of(
                        "patient",
                        id.value(),
                        "moment",
                        moment,
                        "json",
                        moment.isKeptApart() ? "{}" : events.json(position).orElse("{}")));
    }

    /** Says so, and how to get in. */
    @ExceptionHandler(ChartClosed.class)
    ModelAndView closed(HttpServletRequest request) {
        return ClosedChart.at(request);
    }

    private static String address(String root, PatientId from, @Nullable Long after) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/patients/{root}").queryParam("from", from);
        return (after == null ? address : address.queryParam("after", after))
                .buildAndExpand(root)
                .toUriString();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
