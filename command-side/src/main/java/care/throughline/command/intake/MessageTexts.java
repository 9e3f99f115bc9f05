package care.throughline.command.intake;

import care.throughline.events.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The texts of inbound messages as received, and as corrected; sealed before they get here. */
public interface MessageTexts {

    /** Keeps the text as received; harmless if one is kept already. */
    void keep(MessageId message, String channel, byte[] sealed, Instant receivedAt);

    /** Keeps a better text beside those before it. */
    void correct(MessageId message, byte[] sealed, Instant at);

    /** The last text. */
    Optional<Kept> latest(MessageId message);

    /** Notes, now or a moment later, that nothing is left to do with it by itself. */
    void settle(MessageId message);

    /** Messages that were kept before this moment and not noted as settled: the system stopped in between. */
    List<MessageId> unsettled(Instant before);

    /** The bytes to open with the message's key, and the channel they came by. */
    record Kept(String channel, Bytes sealed) {}

    /** Bytes as a value. */
    @FunctionalInterface
    interface Bytes {
        byte[] get();
    }
}
