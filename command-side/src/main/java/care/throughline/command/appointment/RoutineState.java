package care.throughline.command.appointment;

import care.throughline.command.Rejected;
import care.throughline.command.appointment.RoutineCommand.EndCommitment;
import care.throughline.command.appointment.RoutineCommand.MakeCommitment;
import care.throughline.command.appointment.RoutineCommand.ReviewBarriers;
import care.throughline.command.appointment.RoutineCommand.TellHours;
import care.throughline.events.CommitmentId;
import care.throughline.events.Personal;
import care.throughline.events.appointment.RoutineEvent;
import care.throughline.events.appointment.RoutineEvent.BarriersReviewed;
import care.throughline.events.appointment.RoutineEvent.CommitmentEnded;
import care.throughline.events.appointment.RoutineEvent.CommitmentMade;
import care.throughline.events.appointment.RoutineEvent.HoursTold;
import care.throughline.events.appointment.WeeklyTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the standing week of a person knows when it decides.
 *
 * @param ends the last day of each commitment that has one
 * @param review the last one, null if there was none
 */
record RoutineState(
        List<WeeklyTime> hours,
        Map<CommitmentId, CommitmentMade> commitments,
        Map<CommitmentId, LocalDate> ends,
        @Nullable BarriersReviewed review) {

    static final RoutineState NOTHING_YET = new RoutineState(List.of(), Map.of(), Map.of(), null);

    /**
     * What comes of a command: nothing if it repeats what is known.
     *
     * @throws Rejected if the rules say no
     */
    List<RoutineEvent> decide(RoutineCommand command, Instant now) {
        Refusals.happened(command.at(), now);
        return switch (command) {
            case TellHours tell -> tell(tell);
            case MakeCommitment make -> make(make);
            case EndCommitment end -> end(end);
            case ReviewBarriers held -> review(held);
        };
    }

    RoutineState evolve(RoutineEvent event) {
        return switch (event) {
            case HoursTold told -> new RoutineState(told.hours(), commitments, ends, review);
            case CommitmentMade told -> {
                Map<CommitmentId, CommitmentMade> next = new HashMap<>(commitments);
                next.put(told.commitment(), told);
                yield new RoutineState(hours, Map.copyOf(next), ends, review);
            }
            case CommitmentEnded told -> {
                Map<CommitmentId, LocalDate> next = new HashMap<>(ends);
                next.put(told.commitment(), told.until());
                yield new RoutineState(hours, commitments, Map.copyOf(next), review);
            }
            case BarriersReviewed told -> new RoutineState(hours, commitments, ends, told);
        };
    }

    private List<RoutineEvent> tell(TellHours command) {
        return hours.equals(command.hours())
                ? List.of()
                : List.of(new HoursTold(command.routine(), command.patient(), command.hours(), command.at()));
    }

    /** Two people who enter the same one enter it once. */
    private List<RoutineEvent> make(MakeCommitment command) {
        if (command.times().isEmpty()) {
            throw new Rejected("times-missing", "Say on which days of the week, and from when to when.");
        }
        LocalDate until = command.until();
        if (until != null && until.isBefore(command.since())) {
            throw new Rejected("ends-before-it-begins", "The last day lies before the first.");
        }
        if (commitments.values().stream().anyMatch(known -> isTheSame(known, command))) {
            return List.of();
        }
        if (commitments.containsKey(command.commitment())) {
            throw new Rejected("commitment-present", "There is a commitment of this name already. Make a new one.");
        }
        return List.of(new CommitmentMade(
                command.routine(),
                command.patient(),
                command.commitment(),
                command.kind(),
                command.times(),
                command.since(),
                until,
                Personal.of(command.patient(), command.note()),
                command.at()));
    }

    private boolean isTheSame(CommitmentMade known, MakeCommitment command) {
        return known.kind() == command.kind()
                && Set.copyOf(known.times()).equals(Set.copyOf(command.times()))
                && known.since().equals(command.since())
                && !ends.containsKey(known.commitment());
    }

    private List<RoutineEvent> end(EndCommitment command) {
        CommitmentMade known = commitments.get(command.commitment());
        if (known == null) {
            throw new Rejected("commitment-unknown", "There is no such commitment.");
        }
        return command.until().equals(ends.get(command.commitment()))
                ? List.of()
                : List.of(new CommitmentEnded(
                        command.routine(), command.patient(), command.commitment(), command.until(), command.at()));
    }

    private List<RoutineEvent> review(ReviewBarriers command) {
        if (command.hindrances().isEmpty()) {
            throw new Rejected(
                    "hindrance-missing", "Say what keeps the patient from coming, as far as you learned it.");
        }
        BarriersReviewed known = review;
        boolean again = known != null
                && known.hindrances().equals(command.hindrances())
                && known.plan().map(command.plan()::equals, false)
                && command.at().isBefore(known.occurredAt().plusSeconds(60));
        return again
                ? List.of()
                : List.of(new BarriersReviewed(
                        command.routine(),
                        command.patient(),
                        command.hindrances(),
                        Personal.of(command.patient(), command.plan()),
                        command.at()));
    }
}
