package care.throughline.events.round;

import care.throughline.events.TypedId;

/** One round over several lines of the desk; the client names it, so that sending it again does it once. */
public record RoundId(String value) implements TypedId {

    public static final String PREFIX = "rnd_";

    public RoundId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
