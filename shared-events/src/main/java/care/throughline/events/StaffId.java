package care.throughline.events;

import java.util.regex.Pattern;

/** A member of staff by account name, as the sign-in knows them; not personal data of a patient. */
public record StaffId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._@-]{1,80}");

    public StaffId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a staff account name has 1 to 80 letters, digits or . _ @ -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
