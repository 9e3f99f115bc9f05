package care.throughline.command.intake;

import care.throughline.command.Recorded;
import care.throughline.command.intake.Reading.Refusal;
import care.throughline.events.MessageId;
import care.throughline.events.PatientId;
import java.util.Optional;
import java.util.Set;

/** What became of a message, once it is durable. */
public sealed interface Answered {

    MessageId message();

    /** Where the store stood afterwards; before the first event if nothing was recorded. */
    default Recorded recorded() {
        return new Recorded(-1);
    }

    /** Why it was not applied, empty if it was. */
    default Optional<Refusal> refusal() {
        return Optional.empty();
    }

    record Applied(MessageId message, Set<PatientId> patients, Recorded recorded) implements Answered {}

    /** It had been applied or discarded before: nothing changed. */
    record Repeated(MessageId message) implements Answered {}

    /** It waits for a person. */
    record WaitsAside(MessageId message, Refusal why, Recorded recorded) implements Answered {
        @Override
        public Optional<Refusal> refusal() {
            return Optional.of(why);
        }
    }
}
