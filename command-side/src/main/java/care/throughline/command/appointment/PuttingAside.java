package care.throughline.command.appointment;

import care.throughline.command.Rejected;
import care.throughline.command.Visit;
import care.throughline.command.appointment.AppointmentCommand.OnTheDesk;
import care.throughline.command.appointment.AppointmentCommand.TakeBackSnooze;
import care.throughline.command.appointment.AppointmentCommand.Unsnooze;
import care.throughline.command.appointment.AppointmentState.Here;
import care.throughline.command.appointment.AppointmentState.Stage;
import care.throughline.events.PatientId;
import care.throughline.events.Personal;
import care.throughline.events.appointment.AppointmentEvent;
import care.throughline.events.appointment.AppointmentEvent.Snoozed;
import care.throughline.events.appointment.AppointmentEvent.Unsnoozed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is done with the line of an appointment on the desk alone, and what follows. */
record PuttingAside(AppointmentState state, Instant now) {

    List<AppointmentEvent> decide(OnTheDesk command) {
        PatientId patient = Refusals.whose(state, command.visit());
        return switch (command) {
            case AppointmentCommand.Snooze snooze -> snooze(snooze, patient);
            case Unsnooze wake -> wake(wake, patient);
            case TakeBackSnooze back -> takeBack(back, patient);
        };
    }

    /** The snooze that holds, null if it is on the desk: one put aside at another time has come back. */
    @Nullable Snooze known(@Nullable Visit visit) {
        Snooze snooze = state.course().snooze();
        return snooze != null && Objects.equals(snooze.startsAt(), startsAt(visit)) ? snooze : null;
    }

    /** Never past the appointment: who was to be asked whether they come would not be asked. */
    private List<AppointmentEvent> snooze(AppointmentCommand.Snooze command, PatientId patient) {
        Instant startsAt = startsAt(command.visit());
        Snooze known = known(command.visit());
        if (known != null && known.at().equals(command.at())) {
            return List.of();
        }
        if (!command.until().isAfter(now)) {
            throw new Rejected("in-the-past", "Choose a time in the future for this to come back.");
        }
        if (startsAt != null && startsAt.isAfter(now) && !command.until().isBefore(startsAt)) {
            throw new Rejected("after-the-appointment", "Choose a time before the appointment begins.");
        }
        Personal<String> reason = Personal.of(patient, command.reason());
        return known != null && known.is(command.until(), reason)
                ? List.of()
                : List.of(new Snoozed(command.appointment(), patient, startsAt, command.until(), reason, command.at()));
    }

    private List<AppointmentEvent> wake(Unsnooze command, PatientId patient) {
        return state.course().snooze() == null
                ? List.of()
                : List.of(new Unsnoozed(command.appointment(), patient, command.at()));
    }

    private List<AppointmentEvent> takeBack(TakeBackSnooze command, PatientId patient) {
        Snooze known = known(command.visit());
        if (known == null || !known.at().equals(command.snoozedAt())) {
            throw new Rejected("happened-since", "Something has happened since, so it stays as it is.");
        }
        if (known.inPlace()) {
            throw new Rejected("snoozed-before", "It was snoozed already before, so it stays snoozed.");
        }
        return List.of(new Unsnoozed(command.appointment(), patient, command.at()));
    }

    /** When it is; nobody has to do anything about one that is over. */
    private @Nullable Instant startsAt(@Nullable Visit visit) {
        if (visit != null) {
            return visit.startsAt();
        }
        Here here = Refusals.standing(state);
        if (here.stage() == Stage.KEPT) {
            throw new Rejected("appointment-over", "This appointment is over.");
        }
        return here.startsAt();
    }
}
