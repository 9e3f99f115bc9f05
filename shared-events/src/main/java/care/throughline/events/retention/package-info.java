/** Letting go of what was kept for as long as the retention schedule says. */
@NullMarked
package care.throughline.events.retention;

import org.jspecify.annotations.NullMarked;
