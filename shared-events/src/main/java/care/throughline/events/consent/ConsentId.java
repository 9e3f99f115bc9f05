package care.throughline.events.consent;

import care.throughline.events.TypedId;

/** One consent that somebody gave. */
public record ConsentId(String value) implements TypedId {

    public static final String PREFIX = "consent_";

    public ConsentId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
