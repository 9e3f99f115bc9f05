package care.throughline.events;

/** The standing week of one record of a person: when they can come, and what they are bound to; derived from the record. */
public record RoutineId(String value) implements TypedId {

    public static final String PREFIX = "rtn_";

    public RoutineId {
        TypedId.check(PREFIX, value);
    }

    /** The one routine of this record. */
    public static RoutineId of(PatientId patient) {
        return new RoutineId(PREFIX + patient.value().substring(PatientId.PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
