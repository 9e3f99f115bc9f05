package care.throughline.query.intake;

import care.throughline.events.MessageId;

/** Opens what a message said, for those who may read it; infra decides and provides it. */
@FunctionalInterface
public interface MessageText {

    /** The last text, as received or as corrected. */
    Opened open(MessageId message);

    /** What came of opening it. */
    sealed interface Opened {

        /**
         * The text itself.
         *
         * @param repairable whether the reader may correct, replay and discard it while it waits
         */
        record Text(String text, boolean repairable) implements Opened {}

        /** The text was forgotten or is not kept here. */
        record Gone() implements Opened {}

        /** The reader may know what became of the message, but not what it says. */
        record Closed() implements Opened {}
    }
}
