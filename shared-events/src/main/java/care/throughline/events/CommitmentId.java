package care.throughline.events;

/** One standing time of a person: dialysis three times a week, a shift. */
public record CommitmentId(String value) implements TypedId {

    public static final String PREFIX = "cmt_";

    public CommitmentId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
