package care.throughline.events.restriction;

import care.throughline.events.TypedId;

/** One time that somebody broke the glass. */
public record GlassId(String value) implements TypedId {

    public static final String PREFIX = "glass_";

    public GlassId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
