package care.throughline.query.feed;

import java.io.Serial;
import java.util.Locale;

/** Somebody asks for events after a position that the store has not reached: they were restored to an earlier moment since. */
public final class BeyondTheEnd extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BeyondTheEnd(long from, long last) {
        super(String.format(
                Locale.ROOT,
                "The events end at position %1$d, and you ask for those from %2$d on. If you have read so far they were"
                        + " restored to an earlier moment since: forget what you have after position %1$d and read on"
                        + " from there.",
                last,
                from));
    }

    /** What to say, and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
