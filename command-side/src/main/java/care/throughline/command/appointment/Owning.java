package care.throughline.command.appointment;

import care.throughline.command.Rejected;
import care.throughline.command.appointment.AppointmentCommand.Book;
import care.throughline.command.appointment.AppointmentCommand.Cancel;
import care.throughline.command.appointment.AppointmentCommand.Details;
import care.throughline.command.appointment.AppointmentCommand.Move;
import care.throughline.command.appointment.AppointmentCommand.Owned;
import care.throughline.command.appointment.AppointmentCommand.RecordKept;
import care.throughline.command.appointment.AppointmentCommand.RecordMissed;
import care.throughline.command.appointment.AppointmentState.Here;
import care.throughline.command.appointment.AppointmentState.Stage;
import care.throughline.events.Personal;
import care.throughline.events.appointment.AppointmentEvent;
import care.throughline.events.appointment.AppointmentEvent.Booked;
import care.throughline.events.appointment.AppointmentEvent.Cancelled;
import care.throughline.events.appointment.AppointmentEvent.Kept;
import care.throughline.events.appointment.AppointmentEvent.Missed;
import care.throughline.events.appointment.AppointmentEvent.Moved;
import java.time.Instant;
import java.util.List;

/** When an appointment is and what comes of it, where that stands here. */
record Owning(AppointmentState state, Instant now) {

    List<AppointmentEvent> decide(Owned command) {
        Refusals.ours(command.appointment());
        return switch (command) {
            case Book book -> book(book);
            case Move move -> move(move, Refusals.standing(state));
            case RecordKept kept -> kept(kept, Refusals.standing(state));
            case RecordMissed missed -> missed(missed, Refusals.standing(state));
            case Cancel cancel -> cancel(cancel, Refusals.here(state));
        };
    }

    /** A time that was called off can be booked again. */
    private List<AppointmentEvent> book(Book command) {
        Details details = command.details();
        if (state instanceof Here here && here.stage() != Stage.CANCELLED) {
            if (isTheSame(here, command)) {
                return List.of();
            }
            throw new Rejected(
                    "appointment-present",
                    "This appointment was booked already and has changed since. Look at it, or book another time.");
        }
        Refusals.lasting(details.minutes());
        Refusals.ahead(details.startsAt(), command.at());
        return List.of(new Booked(
                command.appointment(),
                command.patient(),
                details.purpose(),
                details.mode(),
                details.startsAt(),
                details.minutes(),
                details.performer(),
                details.facility(),
                Personal.of(command.patient(), details.with()),
                details.labels(),
                command.at()));
    }

    private static boolean isTheSame(Here here, Book command) {
        return here.booked().patient().equals(command.patient())
                && here.booked().purpose() == command.details().purpose()
                && here.startsAt().equals(command.details().startsAt());
    }

    /** Also of one that was missed: the next try. */
    private List<AppointmentEvent> move(Move command, Here here) {
        boolean same = here.startsAt().equals(command.startsAt()) && here.minutes() == command.minutes();
        if (same && here.stage() == Stage.BOOKED) {
            return List.of();
        }
        if (here.stage() == Stage.KEPT) {
            throw new Rejected("appointment-over", "The patient was there already. Book a new appointment.");
        }
        Refusals.lasting(command.minutes());
        Refusals.ahead(command.startsAt(), command.at());
        return List.of(new Moved(
                command.appointment(), here.booked().patient(), command.startsAt(), command.minutes(), command.at()));
    }

    /** Who told us first that nobody came may learn that it was otherwise. */
    private List<AppointmentEvent> kept(RecordKept command, Here here) {
        Refusals.begun(here.startsAt(), now);
        return here.stage() == Stage.KEPT
                ? List.of()
                : List.of(new Kept(command.appointment(), here.booked().patient(), here.startsAt(), command.at()));
    }

    private List<AppointmentEvent> missed(RecordMissed command, Here here) {
        Refusals.begun(here.startsAt(), now);
        return here.stage() == Stage.MISSED
                ? List.of()
                : List.of(new Missed(command.appointment(), here.booked().patient(), here.startsAt(), command.at()));
    }

    private static List<AppointmentEvent> cancel(Cancel command, Here here) {
        return switch (here.stage()) {
            case CANCELLED -> List.of();
            case KEPT, MISSED ->
                throw new Rejected("appointment-over", "This appointment is over, so it cannot be cancelled any more.");
            case BOOKED ->
                List.of(new Cancelled(
                        command.appointment(),
                        here.booked().patient(),
                        here.startsAt(),
                        command.by(),
                        Personal.of(here.booked().patient(), command.reason()),
                        command.at()));
        };
    }
}
