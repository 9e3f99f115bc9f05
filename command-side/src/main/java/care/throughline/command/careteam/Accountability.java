package care.throughline.command.careteam;

import care.throughline.events.StaffId;
import org.jspecify.annotations.Nullable;

/** Who is accountable for a patient; null if nobody is. */
record Accountability(@Nullable StaffId coordinator) {}
