package care.throughline.events;

/** One calendar that a coordinator subscribed to; says nothing about its secret. */
public record CalendarFeedId(String value) implements TypedId {

    public static final String PREFIX = "cal_";

    public CalendarFeedId {
        TypedId.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
