package care.throughline.events;

/** One inbound message; derived from sender and control id, so that a repeat has the same. */
public record MessageId(String value) implements TypedId {

    public static final String PREFIX = "msg_";

    public MessageId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
