package care.throughline.command.retention;

import care.throughline.command.Rejected;
import care.throughline.events.StaffId;
import care.throughline.events.erasure.RecordClass;
import care.throughline.events.retention.RetentionEvent;
import care.throughline.events.retention.RetentionEvent.Approved;
import care.throughline.events.retention.RetentionEvent.Completed;
import care.throughline.events.retention.RetentionEvent.MessagesLetGo;
import care.throughline.events.retention.RetentionEvent.Proposed;
import care.throughline.events.retention.RetentionEvent.Withdrawn;
import java.time.LocalDate;
import java.util.List;

/** What a run of the retention schedule knows when it decides: two people are needed. */
sealed interface RetentionState {

    record Unknown() implements RetentionState {}

    record Waiting(RecordClass recordClass, LocalDate before, StaffId by) implements RetentionState {}

    record LettingGo() implements RetentionState {}

    /** Withdrawn or completed. */
    record Over() implements RetentionState {}

    default List<RetentionEvent> decide(RetentionCommand command) {
        return switch (command) {
            case RetentionCommand.Propose asked -> propose(asked);
            case RetentionCommand.Withdraw asked -> this instanceof Over ? List.of() : withdraw(asked);
            case RetentionCommand.Approve asked ->
                this instanceof LettingGo || this instanceof Over ? List.of() : approve(asked, waiting());
            case RetentionCommand.LetGo asked ->
                this instanceof LettingGo
                        ? List.of(new MessagesLetGo(asked.run(), asked.messages(), asked.at()))
                        : List.of();
            case RetentionCommand.Complete asked ->
                this instanceof LettingGo ? List.of(new Completed(asked.run(), asked.held(), asked.at())) : List.of();
        };
    }

    default RetentionState evolve(RetentionEvent event) {
        return switch (event) {
            case Proposed proposed -> new Waiting(proposed.recordClass(), proposed.before(), proposed.by());
            case Withdrawn withdrawn -> new Over();
            case Approved approved -> new LettingGo();
            case MessagesLetGo gone -> new LettingGo();
            case Completed completed -> new Over();
        };
    }

    private List<RetentionEvent> propose(RetentionCommand.Propose asked) {
        if (!(this instanceof Unknown)) {
            return List.of();
        }
        return switch (asked.recordClass()) {
            case MESSAGE, MESSAGE_ASIDE ->
                List.of(new Proposed(
                        asked.run(), asked.recordClass(), asked.before(), asked.source(), asked.by(), asked.at()));
            case PERSON ->
                throw new Rejected(
                        "one-by-one", "People are erased one by one: open the file of each and put it forward there.");
            case ERASURE_FILE ->
                throw new Rejected(
                        "nothing-personal",
                        "A file on an erasure holds no personal data, so there is nothing to let go of.");
        };
    }

    private List<RetentionEvent> withdraw(RetentionCommand.Withdraw asked) {
        waiting();
        return List.of(new Withdrawn(asked.run(), asked.by(), asked.at()));
    }

    private static List<RetentionEvent> approve(RetentionCommand.Approve asked, Waiting waiting) {
        if (waiting.by().equals(asked.by())) {
            throw new Rejected(
                    "second-person-needed", "You put this forward yourself. Somebody else has to approve it.");
        }
        return List.of(new Approved(
                asked.run(), waiting.recordClass(), waiting.before(), waiting.by(), asked.by(), asked.at()));
    }

    private Waiting waiting() {
        if (this instanceof Waiting waiting) {
            return waiting;
        }
        throw new Rejected("no-such-run", "Nothing was put forward under this number, or it is decided already.");
    }
}
