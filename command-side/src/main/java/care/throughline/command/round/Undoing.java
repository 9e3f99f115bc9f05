package care.throughline.command.round;

import care.throughline.command.Commands;
import care.throughline.command.appointment.AppointmentCommand;
import care.throughline.command.careteam.CareTeamCommand.TakeBackAssignment;
import care.throughline.command.referral.ReferralCommand;
import care.throughline.command.transition.TransitionCommand;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.events.round.RoundOutcome;
import care.throughline.events.round.WorkItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes back what a round did, line by line, where nothing has happened since; several lines of one person are one. */
record Undoing(Commands commands, Lines lines, StaffId by, Instant now) {

    List<RoundOutcome> all(RoundStanding round) {
        return switch (round.act()) {
            case TAKE, ASSIGN -> assignments(round);
            case SNOOZE ->
                round.done().stream()
                        .map(item -> Lines.tried(item, item, line -> wake(line, round.at())))
                        .toList();
        };
    }

    private List<RoundOutcome> assignments(RoundStanding round) {
        StaffId coordinator = Objects.requireNonNull(round.coordinator(), "coordinator");
        Map<PatientId, RoundOutcome> ofPerson = new HashMap<>();
        List<RoundOutcome> outcomes = new ArrayList<>();
        for (WorkItemId item : round.done()) {
            RoundOutcome came = ofPerson.computeIfAbsent(
                    lines.person(item),
                    person -> Lines.tried(
                            item,
                            person,
                            one -> commands.send(new TakeBackAssignment(one, coordinator, round.at(), by, now))));
            outcomes.add(new RoundOutcome(item, came.refusal(), came.sentence()));
        }
        return outcomes;
    }

    private void wake(WorkItemId item, Instant snoozedAt) {
        item.transition().ifPresent(id -> commands.send(new TransitionCommand.TakeBackSnooze(id, snoozedAt, now)));
        item.referral().ifPresent(id -> commands.send(new ReferralCommand.TakeBackSnooze(id, snoozedAt, now)));
        item.appointment()
                .ifPresent(id ->
                        commands.send(new AppointmentCommand.TakeBackSnooze(id, lines.visit(id), snoozedAt, now)));
    }
}
