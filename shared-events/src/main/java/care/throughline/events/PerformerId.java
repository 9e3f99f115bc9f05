package care.throughline.events;

/** Somebody who can take a referral: a practice, a facility, a community service; public, and no person's data. */
public record PerformerId(String value) implements TypedId {

    public static final String PREFIX = "prf_";

    public PerformerId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
