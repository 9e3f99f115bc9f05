package care.throughline.events;

/** One request to somebody else for care or help, from its draft to the result that was read. */
public record ReferralId(String value) implements TypedId {

    public static final String PREFIX = "ref_";

    public ReferralId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
