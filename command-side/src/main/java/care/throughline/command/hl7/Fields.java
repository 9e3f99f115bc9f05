package care.throughline.command.hl7;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.util.Terser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of one segment, escapes resolved; what is not there is empty text. */
record Fields(@Nullable Segment segment) {

    /** HL7's way to say that a value is to be deleted. */
    static final String DELETE = "\"\"";

    static final Fields NONE = new Fields(null);

    boolean present() {
        return segment != null;
    }

    /** The first component of the first repetition. */
    String get(int field) {
        return get(field, 0, 1, 1);
    }

    String get(int field, int repetition, int component) {
        return get(field, repetition, component, 1);
    }

    String get(int field, int repetition, int component, int subcomponent) {
        if (segment == null || field > segment.numFields() || repetition >= repetitions(field)) {
            return "";
        }
        try {
            return Optional.ofNullable(Terser.get(segment, field, repetition, component, subcomponent))
                    .map(String::strip)
                    .orElse("");
        } catch (HL7Exception e) {
            return "";
        }
    }

    int repetitions(int field) {
        try {
            return segment == null || field > segment.numFields() ? 0 : segment.getField(field).length;
        } catch (HL7Exception e) {
            return 0;
        }
    }

    /** Null for a value that was left empty or deleted. */
    static @Nullable String said(String value) {
        return value.isEmpty() || value.equals(DELETE) ? null : value;
    }
}
