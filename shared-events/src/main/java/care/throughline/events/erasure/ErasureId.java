package care.throughline.events.erasure;

import care.throughline.events.PatientId;
import care.throughline.events.TypedId;

/** The file on erasing one person; derived from the record that stood for them, so that there is one for each. */
public record ErasureId(String value) implements TypedId {

    public static final String PREFIX = "era_";

    public ErasureId {
        TypedId.check(PREFIX, value);
    }

    /** The file of the person that this record stands for; always the same one. */
    public static ErasureId of(PatientId patient) {
        return new ErasureId(PREFIX + patient.value().substring(PatientId.PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
