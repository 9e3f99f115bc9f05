package care.throughline.command.intake;

import care.throughline.command.BlindIndex;
import care.throughline.command.Rejected;
import care.throughline.command.Sealing;
import care.throughline.command.intake.MessageTexts.Kept;
import care.throughline.command.intake.Reading.Head;
import care.throughline.events.MessageId;
import java.time.Clock;
import java.util.regex.Pattern;

/** Files messages: gives them ids by which repeats are recognised, and keeps their texts sealed. */
public final class Filing {

    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9._:/-]{1,64}");

    private final BlindIndex index;
    private final Sealing sealing;
    private final MessageTexts texts;
    private final Clock clock;

    public Filing(BlindIndex index, Sealing sealing, MessageTexts texts, Clock clock) {
        this.index = index;
        this.sealing = sealing;
        this.texts = texts;
        this.clock = clock;
    }

    /** Equal for a repeat, and nothing can be told from it. */
    String digest(Head head) {
        return index.hash("message-text", head.essence());
    }

    /** By sender and control id; a message without one is recognised by its content. */
    MessageId idOf(Head head, String digest) {
        return head.controlId().isBlank()
                ? index.messageOf("", "", digest)
                : index.messageOf(head.application(), head.facility(), head.controlId());
    }

    MessageId idOfReuse(Head head, String digest) {
        return index.messageOf(head.application(), head.facility(), head.controlId() + "\n" + digest);
    }

    /** Keeps the text as received; the text of a message that was erased is not kept again when it is repeated. */
    void keep(MessageId id, String channel, byte[] message) {
        byte[] sealed;
        try {
            sealed = sealing.seal(id, message);
        } catch (Rejected erased) {
            return;
        }
        texts.keep(id, channel, sealed, clock.instant());
    }

    void correct(MessageId id, byte[] message) {
        texts.correct(id, sealing.seal(id, message), clock.instant());
    }

    /** The last text of a message.
     *
     * @throws Rejected if there is none, or its key was forgotten
     */
    Opened open(MessageId id) {
        Kept kept = texts.latest(id)
                .orElseThrow(() -> new Rejected("message-unknown", "No message is kept under this id."));
        byte[] message = sealing.open(id, kept.sealed().get())
                .orElseThrow(() -> new Rejected("message-forgotten", "The text of this message was erased."));
        return new Opened(kept.channel(), () -> message);
    }

    /** What a sender calls a message, if it can be shown and stored without a second thought; else nothing. */
    static String printable(String controlId) {
        return PRINTABLE.matcher(controlId).matches() ? controlId : "";
    }

    /** A text as received. */
    record Opened(String channel, MessageTexts.Bytes text) {}
}
