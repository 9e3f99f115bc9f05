package care.throughline.events.stay;

import java.util.regex.Pattern;

/** Where a patient was discharged to: a UB-04 patient discharge status code of two digits. */
public record Disposition(String code) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{2}");

    public Disposition {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("a disposition is a UB-04 code of two digits");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
