/** Charts that only the care relationship opens, and how others get in when they must. */
@NullMarked
package care.throughline.events.restriction;

import org.jspecify.annotations.NullMarked;
