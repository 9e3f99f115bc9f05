package care.throughline.command.intake;

import care.throughline.command.Rejected;
import care.throughline.command.intake.IntakeCommand.AskStanding;
import care.throughline.command.intake.IntakeCommand.Correct;
import care.throughline.command.intake.IntakeCommand.Discard;
import care.throughline.command.intake.IntakeCommand.MarkApplied;
import care.throughline.command.intake.IntakeCommand.Receive;
import care.throughline.command.intake.IntakeCommand.SetAside;
import care.throughline.command.intake.IntakeCommand.Standing;
import care.throughline.events.Personal;
import care.throughline.events.intake.IntakeEvent;
import care.throughline.events.intake.IntakeEvent.MessageApplied;
import care.throughline.events.intake.IntakeEvent.MessageCorrected;
import care.throughline.events.intake.IntakeEvent.MessageDiscarded;
import care.throughline.events.intake.IntakeEvent.MessageReceived;
import care.throughline.events.intake.IntakeEvent.MessageRepeated;
import care.throughline.events.intake.IntakeEvent.MessageSetAside;
import java.util.List;

/** What an inbound message knows when it decides. Pure: no Axon, no clock. */
sealed interface InboundState {

    /** Nothing of this name ever came. */
    record Unheard() implements InboundState {
        @Override
        public String digest() {
            return "";
        }
    }

    /** Kept, not yet applied. */
    record Pending(String digest) implements InboundState {}

    /** Waits for a person, for this reason; for none as long as a correction was not tried. */
    record Aside(String digest, String reason) implements InboundState {}

    /** Applied or discarded. */
    record Done(String digest) implements InboundState {}

    /** What its text hashes to. */
    String digest();

    /** Where it stands when a text with this digest arrives. */
    default Standing standing(String digest) {
        return switch (this) {
            case Unheard unheard -> Standing.OPEN;
            case Pending pending -> pending.digest().equals(digest) ? Standing.OPEN : Standing.OTHER_CONTENT;
            case Aside aside -> aside.digest().equals(digest) ? Standing.OPEN : Standing.OTHER_CONTENT;
            case Done done -> done.digest().equals(digest) ? Standing.DONE : Standing.OTHER_CONTENT;
        };
    }

    default List<IntakeEvent> decide(IntakeCommand command) {
        return switch (command) {
            case Receive receive -> receive(receive);
            case AskStanding ask -> List.of();
            case MarkApplied applied ->
                open() ? List.of(new MessageApplied(applied.message(), applied.patients(), applied.at())) : List.of();
            case SetAside aside -> setAside(aside);
            case Correct correct -> {
                mustWait();
                yield List.of(new MessageCorrected(correct.message(), correct.by(), correct.digest(), correct.at()));
            }
            case Discard discard -> {
                mustWait();
                Personal<String> reason = Personal.of(discard.message(), discard.reason());
                yield List.of(new MessageDiscarded(discard.message(), discard.by(), reason, discard.at()));
            }
        };
    }

    default InboundState evolve(IntakeEvent event) {
        return switch (event) {
            case MessageReceived received -> new Pending(received.digest());
            case MessageApplied applied -> new Done(digest());
            case MessageRepeated repeated -> this;
            case MessageSetAside aside -> new Aside(digest(), aside.reason());
            case MessageCorrected corrected -> new Aside(digest(), "");
            case MessageDiscarded discarded -> new Done(digest());
        };
    }

    private List<IntakeEvent> receive(Receive receive) {
        return switch (this) {
            case Unheard unheard ->
                List.of(new MessageReceived(
                        receive.message(),
                        receive.channel(),
                        receive.sender(),
                        receive.kind(),
                        receive.controlId(),
                        receive.digest(),
                        receive.bytes(),
                        receive.at()));
            case Pending pending -> List.of();
            case Aside aside -> List.of();
            case Done done ->
                done.digest().equals(receive.digest())
                        ? List.of(new MessageRepeated(receive.message(), receive.at()))
                        : List.of();
        };
    }

    private List<IntakeEvent> setAside(SetAside aside) {
        boolean known = this instanceof Aside before && before.reason().equals(aside.reason());
        return open() && !known
                ? List.of(new MessageSetAside(
                        aside.message(),
                        aside.answer(),
                        aside.reason(),
                        Personal.of(aside.message(), aside.sentence()),
                        aside.at()))
                : List.of();
    }

    private void mustWait() {
        if (!(this instanceof Aside)) {
            throw new Rejected("message-not-set-aside", "This message does not wait to be corrected or discarded.");
        }
    }

    private boolean open() {
        return switch (this) {
            case Pending pending -> true;
            case Aside aside -> true;
            case Unheard unheard -> false;
            case Done done -> false;
        };
    }
}
