package care.throughline.command.intake;

/** Reads the messages of one channel. */
public interface Reader {

    /** The name of the channel, as {@code MessageReceived} says it. */
    String channel();

    /** Reads a message; whatever the bytes are, there is a reading. */
    Reading read(byte[] message);
}
