package care.throughline.events.investigation;

import care.throughline.events.TypedId;

/** One saved investigation. */
public record InvestigationId(String value) implements TypedId {

    public static final String PREFIX = "inv_";

    public InvestigationId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
