package care.throughline.events;

import java.util.regex.Pattern;

/** The short code of a facility that reports stays, for example {@code RVBND}. */
public record FacilityCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    public FacilityCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a facility code has 1 to 40 letters, digits or . _ -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
