package care.throughline.query.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Reads a moment as forms and programs send it. */
public final class TypedInstant {

    private TypedInstant() {}

    /** A day and time in this zone like {@code 2026-11-10T09:14}, or an instant that ends in Z.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Instant of(String typed, ZoneId zone) {
        String text = typed.strip();
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "A moment is a day and time like 2026-11-10T09:14, or an instant that ends in Z.", unreadable);
        }
    }
}
