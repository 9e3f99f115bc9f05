package care.throughline.events.retention;

import care.throughline.events.TypedId;

/** One time that somebody wants to let go of what is due. */
public record RunId(String value) implements TypedId {

    public static final String PREFIX = "ret_";

    public RunId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
