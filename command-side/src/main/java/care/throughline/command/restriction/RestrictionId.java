package care.throughline.command.restriction;

import care.throughline.events.PatientId;
import care.throughline.events.TypedId;

/** The restrictions of one patient record; derived from it, because a store keeps one stream per id. */
public record RestrictionId(String value) implements TypedId {

    public static final String PREFIX = "rst_";

    public RestrictionId {
        TypedId.check(PREFIX, value);
    }

    static RestrictionId of(PatientId patient) {
        return new RestrictionId(PREFIX + patient.value().substring(PatientId.PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
