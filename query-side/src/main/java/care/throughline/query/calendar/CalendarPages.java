package care.throughline.query.calendar;

import care.throughline.events.AppointmentId;
import care.throughline.events.PatientId;
import care.throughline.query.ChartClosed;
import care.throughline.query.Names;
import care.throughline.query.Reads;
import care.throughline.query.calendar.FindAppointments.Show;
import care.throughline.query.directory.FindPerformers;
import care.throughline.query.directory.Performers;
import care.throughline.query.restrictions.ClosedChart;
import care.throughline.query.timeline.Timelines;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The calendar of a coordinator, that of a person, and the page of one appointment. */
@Controller
@Reads({Calendar.NAME, "timeline"})
class CalendarPages {

    private static final int WEEK = 7;
    private static final int LIST = 28;

    private final Calendars calendars;
    private final Persons persons;
    private final Timelines timelines;
    private final Performers performers;
    private final Names names;
    private final Clock clock;
    private final ZoneId zone;

    CalendarPages(
            Calendars calendars,
            Persons persons,
            Timelines timelines,
            Performers performers,
            Names names,
            Clock clock,
            ZoneId zone) {
        this.calendars = calendars;
        this.persons = persons;
        this.timelines = timelines;
        this.performers = performers;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    /** The viewer's own calendar if nobody is named, everybody's if the name is empty. */
    @GetMapping(path = "/calendar", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView all(
            @RequestParam(required = false) @Nullable String coordinator,
            @RequestParam(defaultValue = "ALL") Show show,
            @RequestParam(defaultValue = "week") String view,
            @RequestParam(required = false) @Nullable LocalDate from,
            Principal viewer) {
        boolean list = view.equals("list");
        String whose = Objects.requireNonNullElse(coordinator, viewer.getName());
        FindAppointments asked = new FindAppointments(whose, show, start(from, list), list ? LIST : WEEK);
        CalendarPage page = new CalendarPage("/calendar", asked, calendars.find(asked), list, view());
        return new ModelAndView("calendar/all").addObject("page", page);
    }

    @GetMapping(path = "/patients/{id}/calendar", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView person(@PathVariable PatientId id, @RequestParam(required = false) @Nullable LocalDate from) {
        Persons.Person person = persons.show(id).orElseThrow(CalendarPages::unknown);
        PatientId root = new PatientId(person.patient());
        PersonCalendar calendar = new PersonCalendar(calendars.ofPerson(root), calendars.standing(root));
        FindAppointments asked = new FindAppointments("", Show.ALL, start(from, false), WEEK);
        CalendarPage week =
                new CalendarPage("/patients/" + root + "/calendar", asked, calendar.appointments(), false, view());
        PersonPage page = new PersonPage(
                root.value(), person.name(), calendar, week, performers.find(FindPerformers.ANYBODY), view());
        return new ModelAndView("calendar/person").addObject("page", page);
    }

    @GetMapping(path = "/calendar/appointments/{id}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView appointment(@PathVariable AppointmentId id) {
        Booking booking = calendars.show(id).orElseThrow(CalendarPages::gone);
        List<Booking> others = calendars.ofPerson(new PatientId(booking.person())).stream()
                .filter(one -> !one.appointment().equals(booking.appointment()))
                .filter(one -> one.stage() == Stage.BOOKED || one.stage() == Stage.KEPT)
                .toList();
        return new ModelAndView("calendar/appointment")
                .addObject("page", new BookingPage(booking, others, timelines.about(booking.appointment()), view()));
    }

    /** Says so, and how to get in. */
    @ExceptionHandler(ChartClosed.class)
    ModelAndView closed(HttpServletRequest request) {
        return ClosedChart.at(request);
    }

    private LocalDate start(@Nullable LocalDate from, boolean list) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Objects.requireNonNullElse(from, list ? today : monday);
    }

    private CalendarView view() {
        return new CalendarView(LocalDate.ofInstant(clock.instant(), zone), zone, names);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such appointment.");
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such patient record.");
    }
}
