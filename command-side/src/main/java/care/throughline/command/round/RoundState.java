package care.throughline.command.round;

import care.throughline.command.Rejected;
import care.throughline.command.round.RoundCommand.AskRound;
import care.throughline.command.round.RoundCommand.Begin;
import care.throughline.command.round.RoundCommand.Finish;
import care.throughline.command.round.RoundCommand.Undo;
import care.throughline.events.StaffId;
import care.throughline.events.round.RoundEvent;
import care.throughline.events.round.RoundEvent.RoundBegun;
import care.throughline.events.round.RoundEvent.RoundFinished;
import care.throughline.events.round.RoundEvent.RoundUndone;
import java.util.List;

/** What a round knows when it decides; only whoever began it goes on with it. */
sealed interface RoundState {

    /** More lines than a page shows are no choice that anybody made with their eyes. */
    int MOST = 200;

    record Unknown() implements RoundState {}

    record Known(StaffId by, RoundStanding standing) implements RoundState {}

    default List<RoundEvent> decide(RoundCommand command) {
        return switch (command) {
            case Begin asked -> begin(asked);
            case Finish asked -> finish(asked, of(asked.by()));
            case Undo asked -> undo(asked, of(asked.by()));
            case AskRound asked -> List.of();
        };
    }

    default RoundState evolve(RoundEvent event) {
        return switch (event) {
            case RoundBegun told ->
                new Known(
                        told.by(),
                        new RoundStanding(
                                told.act(),
                                told.items(),
                                told.coordinator(),
                                told.until(),
                                told.occurredAt(),
                                null,
                                false));
            case RoundFinished told -> new Known(told.by(), of(told.by()).finished(told.outcomes()));
            case RoundUndone told -> new Known(told.by(), of(told.by()).takenBack());
        };
    }

    /** How far it is.
     *
     * @throws Rejected if this one began no such round
     */
    default RoundStanding of(StaffId by) {
        if (this instanceof Known known && known.by().equals(by)) {
            return known.standing();
        }
        throw new Rejected("round-unknown", "You have done no such thing with several lines at once.");
    }

    private List<RoundEvent> begin(Begin asked) {
        if (this instanceof Known) {
            RoundStanding known = of(asked.by());
            if (known.act() == asked.act() && known.items().equals(asked.items())) {
                return List.of();
            }
            throw new Rejected("round-present", "This was sent before with other lines. Choose the lines again.");
        }
        if (asked.items().isEmpty()) {
            throw new Rejected("nothing-chosen", "Choose at least one line.");
        }
        if (asked.items().size() > MOST) {
            throw new Rejected("too-many-chosen", "Choose at most " + MOST + " lines at once.");
        }
        return List.of(new RoundBegun(
                asked.round(), asked.by(), asked.act(), asked.items(), asked.coordinator(), asked.until(), asked.at()));
    }

    private static List<RoundEvent> finish(Finish asked, RoundStanding known) {
        return known.outcomes() == null
                ? List.of(new RoundFinished(asked.round(), asked.by(), asked.outcomes(), asked.at()))
                : List.of();
    }

    private static List<RoundEvent> undo(Undo asked, RoundStanding known) {
        return known.undone()
                ? List.of()
                : List.of(new RoundUndone(asked.round(), asked.by(), asked.outcomes(), asked.at()));
    }
}
