package care.throughline.query.calendar;

import care.throughline.query.Envelope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters that what one event writes has in common, and what it adds to them. */
final class Told {

    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final ZoneId zone;

    Told(Instant occurredAt, Envelope envelope, ZoneId zone) {
        this.zone = zone;
        values.put("position", envelope.position());
        values.put("happened", occurredAt.atOffset(ZoneOffset.UTC));
        values.put("on", LocalDate.ofInstant(occurredAt, zone));
    }

    Told with(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    Told at(String name, @Nullable Instant value) {
        return with(name, value == null ? null : value.atOffset(ZoneOffset.UTC));
    }

    /** When it begins and ends, and the day it is on. */
    Told lasting(Instant startsAt, int minutes) {
        return at("starts", startsAt)
                .at("ends", startsAt.plusSeconds(minutes * 60L))
                .with("day", LocalDate.ofInstant(startsAt, zone));
    }

    Map<String, @Nullable Object> values() {
        return values;
    }
}
