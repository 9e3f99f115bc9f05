/** Acting on several lines of the desk at once. */
@NullMarked
package care.throughline.events.round;

import org.jspecify.annotations.NullMarked;
