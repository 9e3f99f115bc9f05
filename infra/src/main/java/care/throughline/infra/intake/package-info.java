/** Wires the way in and starts the listener. */
@NullMarked
package care.throughline.infra.intake;

import org.jspecify.annotations.NullMarked;
