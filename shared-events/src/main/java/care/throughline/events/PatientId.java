package care.throughline.events;

/** One record of a person; after a merge several of them are the same person. */
public record PatientId(String value) implements TypedId {

    public static final String PREFIX = "pat_";

    public PatientId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
