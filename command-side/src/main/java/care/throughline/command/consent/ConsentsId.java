package care.throughline.command.consent;

import care.throughline.events.PatientId;
import care.throughline.events.TypedId;

/** The consents of one patient record; derived from it, because a store keeps one stream per id. */
public record ConsentsId(String value) implements TypedId {

    public static final String PREFIX = "cns_";

    public ConsentsId {
        TypedId.check(PREFIX, value);
    }

    static ConsentsId of(PatientId patient) {
        return new ConsentsId(PREFIX + patient.value().substring(PatientId.PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
