package care.throughline.events;

/** The coordinator's work around one discharge; derived from the stay. */
public record TransitionId(String value) implements TypedId {

    public static final String PREFIX = "trn_";

    public TransitionId {
        TypedId.check(PREFIX, value);
    }

    /** The transition that a discharge from this stay opens; always the same one. */
    public static TransitionId of(StayId stay) {
        return new TransitionId(PREFIX + stay.value().substring(StayId.PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
