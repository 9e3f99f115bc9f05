package care.throughline.events;

/** One request for a payer's permission, from the asking to the last decision on it. */
public record AuthorizationId(String value) implements TypedId {

    public static final String PREFIX = "aut_";

    public AuthorizationId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
