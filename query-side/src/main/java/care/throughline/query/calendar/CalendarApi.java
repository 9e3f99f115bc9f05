package care.throughline.query.calendar;

import care.throughline.events.AppointmentId;
import care.throughline.events.PatientId;
import care.throughline.query.Reads;
import care.throughline.query.calendar.FindAppointments.Show;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Calendars as JSON: the same appointments, with the same conflicts, as on the pages. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Reads(Calendar.NAME)
class CalendarApi {

    private final Calendars calendars;
    private final Persons persons;
    private final Clock clock;
    private final ZoneId zone;

    CalendarApi(Calendars calendars, Persons persons, Clock clock, ZoneId zone) {
        this.calendars = calendars;
        this.persons = persons;
        this.clock = clock;
        this.zone = zone;
    }

    /** The appointments of some days from {@code from}, today if it is not said; at most 62 days and 500 appointments. */
    @GetMapping("/calendar")
    List<Booking> find(
            @RequestParam(defaultValue = "") String coordinator,
            @RequestParam(defaultValue = "ALL") Show show,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(defaultValue = "7") int days) {
        LocalDate start = Objects.requireNonNullElseGet(from, () -> LocalDate.ofInstant(clock.instant(), zone));
        return calendars.find(new FindAppointments(coordinator, show, start, days));
    }

    @GetMapping("/appointments/{id}")
    Booking show(@PathVariable AppointmentId id) {
        return calendars
                .show(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such appointment."));
    }

    /** All appointments of the person that this record belongs to today, and their standing week. */
    @GetMapping("/patients/{id}/calendar")
    PersonCalendar person(@PathVariable PatientId id) {
        PatientId root = persons.show(id)
                .map(person -> new PatientId(person.patient()))
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such patient record."));
        return new PersonCalendar(calendars.ofPerson(root), calendars.standing(root));
    }
}
