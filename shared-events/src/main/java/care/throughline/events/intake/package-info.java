/** What happens to a message from outside between arrival and answer. */
@NullMarked
package care.throughline.events.intake;

import org.jspecify.annotations.NullMarked;
