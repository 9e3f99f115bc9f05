/** Inbound messages: kept as received, applied once, set aside with a reason when that is impossible. */
@NullMarked
package care.throughline.command.intake;

import org.jspecify.annotations.NullMarked;
