/** What happens to the coordinator's work around one discharge. */
@NullMarked
package care.throughline.events.transition;

import org.jspecify.annotations.NullMarked;
