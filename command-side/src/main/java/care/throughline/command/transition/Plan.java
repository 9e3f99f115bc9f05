package care.throughline.command.transition;

import care.throughline.events.StayId;
import care.throughline.events.TransitionId;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Discharge;
import care.throughline.events.transition.Lace;
import care.throughline.events.transition.TransitionEvent.VoidReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the transition of one stay should stand, as it follows from all stays of the person. */
sealed interface Plan {

    StayId stay();

    /** The clocks run. */
    record Run(Discharge discharge, Clocks clocks, @Nullable Lace lace) implements Plan {
        @Override
        public StayId stay() {
            return discharge.stay();
        }

        private TransitionCommand open(TransitionId id) {
            return new TransitionCommand.Open(id, discharge, clocks, discharge.dischargedAt());
        }

        private TransitionCommand correct(TransitionId id, Instant at) {
            return new TransitionCommand.CorrectDischarge(id, discharge, clocks, at);
        }

        private void score(TransitionId id, List<TransitionCommand> commands) {
            if (lace != null) {
                commands.add(new TransitionCommand.ScoreRisk(id, lace, discharge.dischargedAt()));
            }
        }
    }

    record EndByReadmission(Run ran, StayId readmission, boolean planned, Instant at) implements Plan {
        @Override
        public StayId stay() {
            return ran.stay();
        }
    }

    record EndByDeath(Run ran, Instant at) implements Plan {
        @Override
        public StayId stay() {
            return ran.stay();
        }
    }

    /** There is none, or none any more. */
    record None(StayId stay, VoidReason reason) implements Plan {}

    /** The transition of a stay has the same name whoever asks. */
    default TransitionId transition() {
        return new TransitionId(TransitionId.PREFIX + stay().value().substring(StayId.PREFIX.length()));
    }

    /**
     * What brings the transition in line from wherever it stands; each command does nothing where it does not apply.
     *
     * @param at when the news was told that this follows from
     */
    default List<TransitionCommand> commands(Instant at) {
        TransitionId id = transition();
        return switch (this) {
            case Run run -> {
                List<TransitionCommand> commands = new ArrayList<>();
                commands.add(run.open(id));
                commands.add(new TransitionCommand.Resume(id, run.discharge(), run.clocks(), at));
                commands.add(run.correct(id, at));
                run.score(id, commands);
                yield commands;
            }
            case EndByReadmission end ->
                ended(
                        end.ran(),
                        new TransitionCommand.EndByReadmission(id, end.readmission(), end.planned(), end.at()),
                        at);
            case EndByDeath end -> ended(end.ran(), new TransitionCommand.EndByDeath(id, end.at()), at);
            case None none -> List.of(new TransitionCommand.Void(id, none.reason(), at));
        };
    }

    private List<TransitionCommand> ended(Run run, TransitionCommand end, Instant at) {
        List<TransitionCommand> commands = new ArrayList<>();
        commands.add(run.open(transition()));
        commands.add(end);
        commands.add(run.correct(transition(), at));
        run.score(transition(), commands);
        return commands;
    }
}
