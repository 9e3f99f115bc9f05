package care.throughline.command.appointment;

import care.throughline.command.Rejected;
import care.throughline.command.Visit;
import care.throughline.command.appointment.AppointmentState.Elsewhere;
import care.throughline.command.appointment.AppointmentState.Here;
import care.throughline.command.appointment.AppointmentState.NotStarted;
import care.throughline.command.appointment.AppointmentState.Stage;
import care.throughline.events.AppointmentId;
import care.throughline.events.PatientId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says no in a sentence that tells what to do instead. */
final class Refusals {

    /** Clocks of two machines differ a little; nobody is told off for that. */
    private static final Duration LENIENCY = Duration.ofMinutes(2);

    private static final int SHORTEST = 5;
    private static final int LONGEST = 12 * 60;

    private Refusals() {}

    static void happened(Instant at, Instant now) {
        if (at.isAfter(now.plus(LENIENCY))) {
            throw new Rejected("in-the-future", "This lies in the future. Record it when it has happened.");
        }
    }

    /** What is told of an appointment after it can have begun. */
    static void begun(Instant startsAt, Instant now) {
        if (startsAt.isAfter(now)) {
            throw new Rejected("not-yet", "This appointment has not begun yet. Cancel or move it instead.");
        }
    }

    /** What is agreed at a moment lies ahead of it. */
    static void ahead(Instant startsAt, Instant agreed) {
        if (!startsAt.isAfter(agreed)) {
            throw new Rejected("in-the-past", "Choose a time in the future.");
        }
    }

    static void lasting(int minutes) {
        if (minutes < SHORTEST || minutes > LONGEST) {
            throw new Rejected("minutes-wrong", "An appointment lasts between 5 minutes and 12 hours.");
        }
    }

    static void ours(AppointmentId appointment) {
        if (!appointment.isOurs()) {
            throw elsewhere();
        }
    }

    /** The appointment, if its time stands here. */
    static Here here(AppointmentState state) {
        return switch (state) {
            case NotStarted none -> throw unknown();
            case Elsewhere other -> throw elsewhere();
            case Here here -> here;
        };
    }

    /** The appointment, unless it was called off. */
    static Here standing(AppointmentState state) {
        Here here = here(state);
        if (here.stage() == Stage.CANCELLED) {
            throw new Rejected("appointment-cancelled", "This appointment was cancelled. Book a new one.");
        }
        return here;
    }

    /** Of whom it is, wherever its time stands. */
    static PatientId whose(AppointmentState state, @Nullable Visit visit) {
        return visit == null ? here(state).booked().patient() : visit.patient();
    }

    /** When it is.
     *
     * @throws Rejected if there is nothing that could be made ready
     */
    static Instant booked(AppointmentState state, @Nullable Visit visit) {
        if (visit != null) {
            Instant startsAt = visit.startsAt();
            if (startsAt == null) {
                throw new Rejected("nothing-booked", "There is no appointment now. Book one where it belongs.");
            }
            return startsAt;
        }
        Here here = standing(state);
        if (here.stage() != Stage.BOOKED) {
            throw new Rejected("appointment-over", "This appointment is over.");
        }
        return here.startsAt();
    }

    static void same(Instant told, Instant startsAt) {
        if (!told.equals(startsAt)) {
            throw new Rejected(
                    "appointment-moved", "This appointment was moved meanwhile. Look at its new time first.");
        }
    }

    private static Rejected unknown() {
        return new Rejected("appointment-unknown", "There is no such appointment.");
    }

    private static Rejected elsewhere() {
        return new Rejected(
                "time-stands-elsewhere",
                "The time of this appointment stands in its referral or transition. Book, move, cancel or report it there.");
    }
}
