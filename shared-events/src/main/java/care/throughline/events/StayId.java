package care.throughline.events;

/** One visit at one facility; derived from facility and visit number by a keyed hash. */
public record StayId(String value) implements TypedId {

    public static final String PREFIX = "stay_";

    public StayId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
