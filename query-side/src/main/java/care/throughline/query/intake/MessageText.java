package care.throughline.query.intake;

import care.throughline.events.MessageId;
import java.util.Optional;

/** Opens what a message said; infra provides it. */
@FunctionalInterface
public interface MessageText {

    /** The last text, as received or as corrected, or empty if there is none or it was forgotten. */
    Optional<String> open(MessageId message);
}
