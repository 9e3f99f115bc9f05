package care.throughline.command.appointment;

import care.throughline.command.Visit;
import care.throughline.command.Work;
import care.throughline.command.appointment.AppointmentCommand.OnTheDesk;
import care.throughline.command.appointment.AppointmentCommand.Owned;
import care.throughline.command.appointment.AppointmentCommand.Preparing;
import care.throughline.events.Sensitivity;
import care.throughline.events.appointment.AppointmentEvent;
import care.throughline.events.appointment.AppointmentEvent.Booked;
import care.throughline.events.appointment.AppointmentEvent.Cancelled;
import care.throughline.events.appointment.AppointmentEvent.Confirmed;
import care.throughline.events.appointment.AppointmentEvent.ConflictAccepted;
import care.throughline.events.appointment.AppointmentEvent.Kept;
import care.throughline.events.appointment.AppointmentEvent.MissFollowedUp;
import care.throughline.events.appointment.AppointmentEvent.Missed;
import care.throughline.events.appointment.AppointmentEvent.Moved;
import care.throughline.events.appointment.AppointmentEvent.Ordered;
import care.throughline.events.appointment.AppointmentEvent.Prepared;
import care.throughline.events.appointment.AppointmentEvent.Snoozed;
import care.throughline.events.appointment.AppointmentEvent.Unsnoozed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an appointment knows when it decides: nothing, what was made ready, and of its own time how it stands. */
sealed interface AppointmentState {

    Course course();

    record NotStarted() implements AppointmentState {
        @Override
        public Course course() {
            return Course.NOTHING_YET;
        }
    }

    /** Its time stands in a referral or in a transition. */
    record Elsewhere(Course course) implements AppointmentState {}

    /** Its time stands here. */
    record Here(Booked booked, Instant startsAt, int minutes, Stage stage, Course course) implements AppointmentState {

        Here at(Stage next) {
            return new Here(booked, startsAt, minutes, next, course);
        }
    }

    /** How it stands. */
    enum Stage {
        BOOKED,
        KEPT,
        MISSED,
        CANCELLED
    }

    /**
     * What comes of a command: nothing if it repeats what is known.
     *
     * @throws care.throughline.command.Rejected if the rules say no
     */
    default List<AppointmentEvent> decide(AppointmentCommand command, Instant now) {
        Refusals.happened(command.at(), now);
        return switch (command) {
            case Owned own -> new Owning(this, now).decide(own);
            case Preparing ready -> new Readying(this).decide(ready);
            case OnTheDesk aside -> new PuttingAside(this, now).decide(aside);
        };
    }

    /** Whatever happens brings back what was snoozed. */
    default AppointmentState evolve(AppointmentEvent event) {
        AppointmentState next = told(event);
        Snooze snooze = event instanceof Snoozed put ? Snooze.of(put, course().snooze()) : null;
        return next.with(next.course().snoozed(snooze));
    }

    private AppointmentState told(AppointmentEvent event) {
        return switch (event) {
            case Booked told -> new Here(told, told.startsAt(), told.minutes(), Stage.BOOKED, course());
            case Moved told ->
                here(now -> new Here(now.booked(), told.startsAt(), told.minutes(), Stage.BOOKED, now.course()));
            case Kept told -> here(now -> now.at(Stage.KEPT));
            case Missed told -> here(now -> now.at(Stage.MISSED));
            case Cancelled told -> here(now -> now.at(Stage.CANCELLED));
            case Confirmed told -> with(course().confirmed(told.startsAt()));
            case Prepared told -> with(course().with(told));
            case Ordered told -> with(course().after(told.after()));
            case ConflictAccepted told -> with(course().with(told));
            case MissFollowedUp told -> with(course().with(told));
            case Snoozed told -> this;
            case Unsnoozed told -> this;
        };
    }

    /** The protection that goes on all that is told of it, as far as this appointment knows itself. */
    default Set<Sensitivity> labels() {
        return this instanceof Here here ? here.booked().labels() : Set.of();
    }

    /** What its line on the desk stands for. */
    default Work work(@Nullable Visit visit) {
        Snooze snooze = new PuttingAside(this, Instant.MIN).known(visit);
        return new Work(Refusals.whose(this, visit), snooze == null ? null : snooze.at());
    }

    private AppointmentState here(UnaryOperator<Here> change) {
        return this instanceof Here now ? change.apply(now) : this;
    }

    private AppointmentState with(Course course) {
        return switch (this) {
            case NotStarted none -> new Elsewhere(course);
            case Elsewhere other -> new Elsewhere(course);
            case Here here -> new Here(here.booked(), here.startsAt(), here.minutes(), here.stage(), course);
        };
    }
}
