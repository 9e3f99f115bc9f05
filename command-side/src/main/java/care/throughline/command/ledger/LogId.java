package care.throughline.command.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.throughline.events.TypedId;
import java.util.UUID;

/** A log of the ledger, by its origin. */
public record LogId(String value) implements TypedId {

    public static final String PREFIX = "log_";

    public LogId {
        TypedId.check(PREFIX, value);
    }

    /** The log of this origin. */
    public static LogId of(String origin) {
        return new LogId(PREFIX + UUID.nameUUIDFromBytes(origin.getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return value;
    }
}
