package care.throughline.events;

/** The keyed hash of an identifier (assigner and value); tells equal from different and nothing else. */
public record IdentifierKey(String value) implements TypedId {

    public static final String PREFIX = "idk_";

    public IdentifierKey {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
