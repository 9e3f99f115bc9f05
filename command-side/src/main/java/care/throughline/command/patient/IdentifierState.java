package care.throughline.command.patient;

import care.throughline.command.patient.IdentifierCommand.AskOwner;
import care.throughline.command.patient.IdentifierCommand.Claim;
import care.throughline.command.patient.IdentifierCommand.Release;
import care.throughline.events.patient.IdentifierEvent;
import care.throughline.events.patient.IdentifierEvent.IdentifierClaimed;
import care.throughline.events.patient.IdentifierEvent.IdentifierReleased;
import java.util.List;

/** What an identifier knows when it decides: whose it is. The first claim wins, until its owner is erased. */
sealed interface IdentifierState {

    record Free() implements IdentifierState {}

    record Owned(IdentifierClaimed by) implements IdentifierState {}

    default List<IdentifierEvent> decide(IdentifierCommand command) {
        return switch (command) {
            case Claim claim ->
                switch (this) {
                    case Free free -> List.of(new IdentifierClaimed(claim.key(), claim.patient(), claim.at()));
                    case Owned owned -> List.of();
                };
            case Release release ->
                release.patient().equals(ownership().owner())
                        ? List.of(new IdentifierReleased(release.key(), release.patient(), release.at()))
                        : List.of();
            case AskOwner ask -> List.of();
        };
    }

    default IdentifierState evolve(IdentifierEvent event) {
        return switch (event) {
            case IdentifierClaimed claimed -> new Owned(claimed);
            case IdentifierReleased released -> new Free();
        };
    }

    default Ownership ownership() {
        return switch (this) {
            case Free free -> new Ownership(null);
            case Owned owned -> new Ownership(owned.by().patient());
        };
    }
}
