package care.throughline.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of an export and the entry of the log that it stands for. */
@SuppressWarnings("ArrayRecordComponent") // hashed once, never compared
record Event(long position, String name, byte[] entry) {

    private static final byte[] FORMAT = "throughline/event/1\n".getBytes(UTF_8);
    private static final int FIXED = FORMAT.length + 2 * Long.BYTES + 2 * Long.BYTES + 2 * Integer.BYTES;
    private static final int NOTHING = -1;
    private static final int MEMBERS = 10;

    static Event parse(String line, long number) throws Altered {
        try {
            Map<String, @Nullable Object> members = Json.object(line);
            if (members.size() != MEMBERS) {
                throw new IllegalArgumentException("it has " + members.size() + " members instead of " + MEMBERS);
            }
            return of(members);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Altered("line " + number + " of the events is no event: " + e.getMessage());
        }
    }

    private static Event of(Map<String, @Nullable Object> members) {
        long position = number(members, "position");
        String name = text(members, "name");
        byte[][] variable = {
            bytesOrNothing(members.get("aggregateType")),
            text(members, "aggregateId").getBytes(UTF_8),
            name.getBytes(UTF_8),
            stored(members, "metadata"),
            stored(members, "payload")
        };
        if (!members.containsKey("aggregateType")) {
            throw new IllegalArgumentException("aggregateType is missing");
        }
        int length = FIXED;
        for (byte[] each : variable) {
            length += Integer.BYTES + (each == null ? 0 : each.length);
        }
        ByteBuffer entry = ByteBuffer.allocate(length).put(FORMAT).putLong(position);
        entry.putLong(micros(text(members, "recordedAt")));
        UUID id = uuid(text(members, "id"));
        entry.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        entry.putInt(small(members, "sequence")).putInt(small(members, "version"));
        for (byte[] each : variable) {
            put(entry, each);
        }
        return new Event(position, name, entry.array());
    }

    private static void put(ByteBuffer entry, byte @Nullable [] value) {
        if (value == null) {
            entry.putInt(NOTHING);
        } else {
            entry.putInt(value.length).put(value);
        }
    }

    private static byte @Nullable [] bytesOrNothing(@Nullable Object text) {
        if (text == null) {
            return null;
        }
        if (text instanceof String given) {
            return given.getBytes(UTF_8);
        }
        throw new IllegalArgumentException("aggregateType is no text");
    }

    private static byte[] stored(Map<String, @Nullable Object> members, String name) {
        if (members.containsKey(name)) {
            return text(members, name).getBytes(UTF_8);
        }
        String base64 = text(members, name + "Base64");
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException(name + " is no tidy base64");
        }
        return bytes;
    }

    /** One writing for each instant, so that what is read is what was recorded. */
    private static long micros(String instant) {
        Instant at = Instant.parse(instant);
        if (!at.toString().equals(instant) || !at.truncatedTo(ChronoUnit.MICROS).equals(at)) {
            throw new IllegalArgumentException(
                    "recordedAt is not written as an instant in UTC with at most microseconds");
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static UUID uuid(String id) {
        UUID parsed = UUID.fromString(id);
        if (!parsed.toString().equals(id)) {
            throw new IllegalArgumentException("id is no UUID");
        }
        return parsed;
    }

    private static int small(Map<String, @Nullable Object> members, String name) {
        long number = number(members, name);
        if (number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name + " is too large");
        }
        return (int) number;
    }

    private static long number(Map<String, @Nullable Object> members, String name) {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(name + " is no number");
    }

    private static String text(Map<String, @Nullable Object> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " is no text");
    }
}
