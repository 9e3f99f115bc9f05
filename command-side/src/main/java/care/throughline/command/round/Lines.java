package care.throughline.command.round;

import care.throughline.command.Commands;
import care.throughline.command.Rejected;
import care.throughline.command.Visit;
import care.throughline.command.Work;
import care.throughline.command.appointment.AskAppointment;
import care.throughline.command.appointment.Visits;
import care.throughline.command.patient.Survivors;
import care.throughline.command.referral.AskReferral;
import care.throughline.command.transition.AskTransition;
import care.throughline.events.AppointmentId;
import care.throughline.events.PatientId;
import care.throughline.events.round.RoundOutcome;
import care.throughline.events.round.WorkItemId;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds out what lines of the desk stand for, and what comes of acting on one. */
final class Lines {

    private final Commands commands;
    private final Survivors survivors;
    private final Visits visits;

    Lines(Commands commands) {
        this.commands = commands;
        this.survivors = new Survivors(commands);
        this.visits = new Visits(commands);
    }

    /** Does it, or says why not. */
    static <T> RoundOutcome tried(WorkItemId item, T on, Consumer<T> act) {
        try {
            act.accept(on);
            return RoundOutcome.done(item);
        } catch (Rejected no) {
            return new RoundOutcome(item, no.reason(), Objects.requireNonNullElse(no.getMessage(), ""));
        }
    }

    Work work(WorkItemId item) {
        if (item.transition().isPresent()) {
            return commands.ask(new AskTransition(item.transition().get()), Map.of(), Work.class);
        }
        if (item.referral().isPresent()) {
            return commands.ask(new AskReferral(item.referral().get()), Map.of(), Work.class);
        }
        if (item.appointment().isPresent()) {
            AppointmentId appointment = item.appointment().get();
            return commands.ask(new AskAppointment(appointment, visit(appointment)), Map.of(), Work.class);
        }
        if (item.review().isPresent()) {
            return new Work(item.review().get(), null);
        }
        throw new Rejected("one-by-one", "Lines of this kind are worked on one by one.");
    }

    /** What stands elsewhere of this appointment, null if its time stands nowhere else. */
    @Nullable Visit visit(AppointmentId appointment) {
        return visits.of(appointment).orElse(null);
    }

    /** The record that stands for the person now. */
    PatientId person(WorkItemId item) {
        return survivors.rootOf(work(item).patient(), Map.of());
    }
}
