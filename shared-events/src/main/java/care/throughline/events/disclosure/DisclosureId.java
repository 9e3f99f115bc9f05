package care.throughline.events.disclosure;

import care.throughline.events.TypedId;

/** One time that something was told of a patient to somebody outside. */
public record DisclosureId(String value) implements TypedId {

    public static final String PREFIX = "dis_";

    public DisclosureId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
