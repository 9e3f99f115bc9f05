package care.throughline.command.appointment;

import care.throughline.command.Commands;
import care.throughline.command.Visit;
import care.throughline.command.transition.AskVisit;
import care.throughline.events.AppointmentId;
import java.util.Map;
import java.util.Optional;

/** Asks the referral or the transition in which the time of an appointment stands. */
public final class Visits {

    private final Commands commands;

    public Visits(Commands commands) {
        this.commands = commands;
    }

    /** What stands there, empty if its time stands in neither. */
    public Optional<Visit> of(AppointmentId appointment) {
        return appointment
                .transition()
                .map(transition -> commands.ask(new AskVisit(transition), Map.of(), Visit.class))
                .or(() -> appointment
                        .referral()
                        .map(referral -> commands.ask(
                                new care.throughline.command.referral.AskVisit(referral), Map.of(), Visit.class)));
    }
}
