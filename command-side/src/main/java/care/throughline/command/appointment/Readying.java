package care.throughline.command.appointment;

import care.throughline.command.Rejected;
import care.throughline.command.appointment.AppointmentCommand.AcceptConflict;
import care.throughline.command.appointment.AppointmentCommand.Confirm;
import care.throughline.command.appointment.AppointmentCommand.FollowUpMiss;
import care.throughline.command.appointment.AppointmentCommand.Prepare;
import care.throughline.command.appointment.AppointmentCommand.Preparing;
import care.throughline.command.appointment.AppointmentCommand.PutAfter;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.appointment.AppointmentEvent;
import care.throughline.events.appointment.AppointmentEvent.Confirmed;
import care.throughline.events.appointment.AppointmentEvent.ConflictAccepted;
import care.throughline.events.appointment.AppointmentEvent.MissFollowedUp;
import care.throughline.events.appointment.AppointmentEvent.Ordered;
import care.throughline.events.appointment.AppointmentEvent.Prepared;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What makes an appointment ready, wherever its time stands. */
record Readying(AppointmentState state) {

    List<AppointmentEvent> decide(Preparing command) {
        PatientId patient = Refusals.whose(state, command.visit());
        return switch (command) {
            case Confirm confirm -> confirm(confirm, patient);
            case Prepare prepare -> prepare(prepare, patient);
            case PutAfter put -> put(put, patient);
            case AcceptConflict accept -> accept(accept, patient);
            case FollowUpMiss ask -> followUp(ask, patient);
        };
    }

    private List<AppointmentEvent> confirm(Confirm command, PatientId patient) {
        Instant startsAt = Refusals.booked(state, command.visit());
        Refusals.same(command.startsAt(), startsAt);
        return startsAt.equals(state.course().confirmedFor())
                ? List.of()
                : List.of(new Confirmed(command.appointment(), patient, startsAt, command.at()));
    }

    private List<AppointmentEvent> prepare(Prepare command, PatientId patient) {
        Instant startsAt = Refusals.booked(state, command.visit());
        Prepared known = state.course().prepared().get(command.need());
        return known != null
                        && known.readiness() == command.readiness()
                        && known.startsAt().equals(startsAt)
                ? List.of()
                : List.of(new Prepared(
                        command.appointment(), patient, startsAt, command.need(), command.readiness(), command.at()));
    }

    private List<AppointmentEvent> put(PutAfter command, PatientId patient) {
        if (command.appointment().equals(command.after())) {
            throw new Rejected("after-itself", "An appointment cannot come after itself.");
        }
        Refusals.booked(state, command.visit());
        return Objects.equals(state.course().after(), command.after())
                ? List.of()
                : List.of(new Ordered(command.appointment(), patient, command.after(), command.at()));
    }

    private List<AppointmentEvent> accept(AcceptConflict command, PatientId patient) {
        Refusals.same(command.clash().startsAt(), Refusals.booked(state, command.visit()));
        return state.course().accepted().contains(command.clash())
                ? List.of()
                : List.of(new ConflictAccepted(
                        command.appointment(),
                        patient,
                        command.clash(),
                        Personal.of(patient, command.reason()),
                        command.at()));
    }

    private List<AppointmentEvent> followUp(FollowUpMiss command, PatientId patient) {
        if (command.hindrances().isEmpty()) {
            throw new Rejected("hindrance-missing", "Say what kept the patient from coming, as far as you learned it.");
        }
        return state.course().followedUp().contains(command.startsAt())
                ? List.of()
                : List.of(new MissFollowedUp(
                        command.appointment(),
                        patient,
                        command.startsAt(),
                        command.hindrances(),
                        Personal.of(patient, command.note()),
                        command.at()));
    }
}
