package care.throughline.command.careteam;

import care.throughline.events.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is accountable for a patient.
 *
 * @param coordinator null if nobody is
 * @param since when that was decided, null if it never was
 */
public record Accountability(
        @Nullable StaffId coordinator, @Nullable Instant since) {}
