package care.throughline.query.accesses;

import care.throughline.events.disclosure.Basis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was told of a patient to somebody outside, as it was recorded by hand. What people typed is null once it
 * was forgotten.
 *
 * @param position of the event that recorded it
 * @param patient the record under which it was recorded
 * @param address of the recipient, empty if not known
 * @param at when it was told
 * @param by who recorded it
 * @param withdrawal null unless it was recorded in error
 */
public record Disclosure(
        String disclosure,
        long position,
        String patient,
        Basis basis,
        @Nullable String recipient,
        @Nullable String address,
        @Nullable String what,
        @Nullable String purpose,
        Instant at,
        Instant recordedAt,
        String by,
        @Nullable Withdrawal withdrawal) {

    /** Who took it back, when and why. */
    public record Withdrawal(
            String by, Instant at, @Nullable String reason) {}
}
