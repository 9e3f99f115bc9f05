package care.throughline.events.access;

import care.throughline.events.TypedId;

/** One request that asked for personal data. */
public record AccessId(String value) implements TypedId {

    public static final String PREFIX = "acc_";

    public AccessId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
