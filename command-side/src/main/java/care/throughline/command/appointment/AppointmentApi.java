package care.throughline.command.appointment;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.appointment.AppointmentCommand.RecordKept;
import care.throughline.command.appointment.AppointmentCommand.RecordMissed;
import care.throughline.command.appointment.AppointmentCommand.Unsnooze;
import care.throughline.command.appointment.AppointmentRequests.Acceptance;
import care.throughline.command.appointment.AppointmentRequests.Booking;
import care.throughline.command.appointment.AppointmentRequests.CallingOff;
import care.throughline.command.appointment.AppointmentRequests.Confirmation;
import care.throughline.command.appointment.AppointmentRequests.FollowUp;
import care.throughline.command.appointment.AppointmentRequests.Moving;
import care.throughline.command.appointment.AppointmentRequests.Order;
import care.throughline.command.appointment.AppointmentRequests.Preparation;
import care.throughline.command.appointment.AppointmentRequests.Request;
import care.throughline.command.appointment.AppointmentRequests.Snoozing;
import care.throughline.command.patient.Survivors;
import care.throughline.events.AppointmentId;
import care.throughline.events.PatientId;
import java.time.Clock;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What coordinators do with appointments, as JSON or forms. Moments are instants in UTC; a form's local time is meant in the
 * organisation's zone.
 */
@RestController
@RequestMapping("/api")
class AppointmentApi {

    private final Commands commands;
    private final Survivors survivors;
    private final Visits visits;
    private final Clock clock;

    AppointmentApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.survivors = new Survivors(commands);
        this.visits = new Visits(commands);
        this.clock = clock;
    }

    /** Books an appointment for a patient; the same booking again books nothing more. */
    @PostMapping("/patients/{patient}/appointments")
    Recorded book(@PathVariable PatientId patient, @RequestBody Booking request) {
        return commands.send(request.of(survivors.rootOf(patient, Map.of()), clock.instant()));
    }

    /** Moves it to another time; who had confirmed has to confirm anew. */
    @PostMapping("/appointments/{appointment}/moved")
    Recorded move(@PathVariable AppointmentId appointment, @RequestBody Moving request) {
        return send(appointment, request);
    }

    @PostMapping("/appointments/{appointment}/kept")
    Recorded kept(@PathVariable AppointmentId appointment) {
        return commands.send(new RecordKept(appointment, clock.instant()));
    }

    /** The patient did not come. */
    @PostMapping("/appointments/{appointment}/missed")
    Recorded missed(@PathVariable AppointmentId appointment) {
        return commands.send(new RecordMissed(appointment, clock.instant()));
    }

    @PostMapping("/appointments/{appointment}/cancelled")
    Recorded cancel(@PathVariable AppointmentId appointment, @RequestBody CallingOff request) {
        return send(appointment, request);
    }

    /** The patient will come at this time. */
    @PostMapping("/appointments/{appointment}/confirmed")
    Recorded confirm(@PathVariable AppointmentId appointment, @RequestBody Confirmation request) {
        return send(appointment, request);
    }

    /** How it stands with an interpreter, a ride or the technology. */
    @PostMapping("/appointments/{appointment}/ready")
    Recorded prepare(@PathVariable AppointmentId appointment, @RequestBody Preparation request) {
        return send(appointment, request);
    }

    /** What has to come before it. */
    @PostMapping("/appointments/{appointment}/after")
    Recorded order(@PathVariable AppointmentId appointment, @RequestBody Order request) {
        return send(appointment, request);
    }

    /** It stands although it does not fit, and why. */
    @PostMapping("/appointments/{appointment}/conflict-accepted")
    Recorded accept(@PathVariable AppointmentId appointment, @RequestBody Acceptance request) {
        return send(appointment, request);
    }

    /** What kept the patient from coming. */
    @PostMapping("/appointments/{appointment}/followed-up")
    Recorded followUp(@PathVariable AppointmentId appointment, @RequestBody FollowUp request) {
        return send(appointment, request);
    }

    /** Takes its line off the desk until a moment before it begins. */
    @PostMapping("/appointments/{appointment}/snooze")
    Recorded snooze(@PathVariable AppointmentId appointment, @RequestBody Snoozing request) {
        return send(appointment, request);
    }

    @PostMapping("/appointments/{appointment}/unsnooze")
    Recorded wake(@PathVariable AppointmentId appointment) {
        return send(appointment, Unsnooze::new);
    }

    private Recorded send(AppointmentId appointment, Request request) {
        return commands.send(request.on(appointment, visits.of(appointment).orElse(null), clock.instant()));
    }
}
