package care.throughline.command.patient;

import care.throughline.events.PatientId;
import org.jspecify.annotations.Nullable;

/** Which record an identifier leads to; null if nobody has claimed it. */
record Ownership(@Nullable PatientId owner) {}
