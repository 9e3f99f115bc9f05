package care.throughline.command;

import care.throughline.events.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the desk stands for, as of this moment.
 *
 * @param patient the record that it was told under
 * @param snoozedAt when it was put aside, null if it is not
 */
public record Work(PatientId patient, @Nullable Instant snoozedAt) {}
