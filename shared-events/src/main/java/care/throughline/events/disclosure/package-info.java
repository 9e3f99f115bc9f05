/** What was told of a patient to somebody outside of the house, by other ways than this system. */
@NullMarked
package care.throughline.events.disclosure;

import org.jspecify.annotations.NullMarked;
