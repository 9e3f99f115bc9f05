package care.throughline.command.appointment;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.appointment.RoutineRequests.Commitment;
import care.throughline.command.appointment.RoutineRequests.Ending;
import care.throughline.command.appointment.RoutineRequests.Hours;
import care.throughline.command.appointment.RoutineRequests.Review;
import care.throughline.command.patient.Survivors;
import care.throughline.events.CommitmentId;
import care.throughline.events.PatientId;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The standing week of a person, as JSON or forms; times of day are meant in the organisation's zone. */
@RestController
@RequestMapping("/api/patients/{patient}")
class RoutineApi {

    private final Commands commands;
    private final Survivors survivors;
    private final Clock clock;
    private final ZoneId zone;

    RoutineApi(Commands commands, Clock clock, ZoneId zone) {
        this.commands = commands;
        this.survivors = new Survivors(commands);
        this.clock = clock;
        this.zone = zone;
    }

    /** When the person can come. */
    @PostMapping("/hours")
    Recorded hours(@PathVariable PatientId patient, @RequestBody Hours request) {
        return commands.send(request.of(person(patient), clock.instant()));
    }

    /** What the person is bound to at a standing time. */
    @PostMapping("/commitments")
    Recorded commit(@PathVariable PatientId patient, @RequestBody Commitment request) {
        return commands.send(request.of(person(patient), clock.instant(), zone));
    }

    /** Ends it; {@code patient} is the record under which it was made. */
    @PostMapping("/commitments/{commitment}/ended")
    Recorded end(@PathVariable PatientId patient, @PathVariable CommitmentId commitment, @RequestBody Ending request) {
        return commands.send(request.of(patient, commitment, clock.instant()));
    }

    /** What keeps the person from coming, and what is done about it. */
    @PostMapping("/barriers-reviewed")
    Recorded review(@PathVariable PatientId patient, @RequestBody Review request) {
        return commands.send(request.of(person(patient), clock.instant()));
    }

    private PatientId person(PatientId patient) {
        return survivors.rootOf(patient, Map.of());
    }
}
