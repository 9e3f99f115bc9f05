/** Questions to the audit that somebody wants to ask again. */
@NullMarked
package care.throughline.events.investigation;

import org.jspecify.annotations.NullMarked;
