package care.throughline.command.round;

import care.throughline.command.Commands;
import care.throughline.command.Rejected;
import care.throughline.command.appointment.AppointmentCommand;
import care.throughline.command.careteam.Accountability;
import care.throughline.command.careteam.CareTeamCommand.AskCoordinator;
import care.throughline.command.careteam.CareTeamCommand.AssignCoordinator;
import care.throughline.command.referral.ReferralCommand;
import care.throughline.command.restriction.RestrictionCommand.RequireOpen;
import care.throughline.command.transition.TransitionCommand;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.round.RoundAct;
import care.throughline.events.round.RoundOutcome;
import care.throughline.events.round.WorkItemId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Does one act with each line of a round, by the command that acting on the line alone would send. All carry the moment of
 * the round: where something else stands afterwards, somebody else did it.
 *
 * @param supervisor whether {@code by} acts as a supervisor
 * @param reason why the lines can wait, empty if they need not
 */
record Doing(Commands commands, Lines lines, StaffId by, boolean supervisor, String reason) {

    List<RoundOutcome> all(RoundStanding round) {
        return round.items().stream()
                .map(item -> Lines.tried(item, item, line -> act(line, round)))
                .toList();
    }

    private void act(WorkItemId item, RoundStanding round) {
        switch (round.act()) {
            case TAKE, ASSIGN -> charge(lines.person(item), round);
            case SNOOZE -> snooze(item, Objects.requireNonNull(round.until(), "until"), round.at());
        }
    }

    private void charge(PatientId person, RoundStanding round) {
        if (round.act() == RoundAct.TAKE) {
            commands.send(new RequireOpen(person));
        }
        StaffId to = Objects.requireNonNull(round.coordinator(), "coordinator");
        commands.send(new AssignCoordinator(person, to, by, supervisor, round.at()));
        Accountability now = commands.ask(new AskCoordinator(person), Map.of(), Accountability.class);
        if (!round.at().equals(now.since())) {
            throw new Rejected("already-accountable", "This coordinator was accountable already.");
        }
    }

    private void snooze(WorkItemId item, Instant until, Instant at) {
        lines.work(item);
        if (item.review().isPresent()) {
            throw new Rejected("review-stays", "A barrier review is held or it stays: several misses do not wait.");
        }
        item.transition().ifPresent(id -> commands.send(new TransitionCommand.Snooze(id, until, reason, at)));
        item.referral().ifPresent(id -> commands.send(new ReferralCommand.Snooze(id, until, reason, at)));
        item.appointment()
                .ifPresent(id -> commands.send(new AppointmentCommand.Snooze(id, lines.visit(id), until, reason, at)));
        if (!at.equals(lines.work(item).snoozedAt())) {
            throw new Rejected("already-snoozed", "It was snoozed until then already.");
        }
    }
}
