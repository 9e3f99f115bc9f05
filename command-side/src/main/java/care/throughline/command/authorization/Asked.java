package care.throughline.command.authorization;

import care.throughline.events.PatientId;
import care.throughline.events.authorization.AuthorizationEvent.Requested;
import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Program;
import care.throughline.events.directory.Specialty;
import java.time.Instant;

/** What was asked of whom, and when. */
record Asked(PatientId patient, Specialty specialty, Program program, Priority priority, int units, Instant at) {

    static Asked of(Requested told) {
        return new Asked(
                told.patient(), told.specialty(), told.program(), told.priority(), told.units(), told.occurredAt());
    }
}
