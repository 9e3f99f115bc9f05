package care.throughline.events;

/** The coordinator's work around one discharge; derived from the stay. */
public record TransitionId(String value) implements TypedId {

    public static final String PREFIX = "trn_";

    public TransitionId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
