package care.throughline.command;

import care.throughline.events.PatientId;
import care.throughline.events.Sensitivity;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a referral or a transition about the visit that belongs to it.
 *
 * @param startsAt null if none is booked
 * @param labels of all that is told of it
 */
public record Visit(PatientId patient, @Nullable Instant startsAt, Set<Sensitivity> labels) {}
