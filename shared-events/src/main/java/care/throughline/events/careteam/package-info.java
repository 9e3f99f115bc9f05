/** Who is accountable for a patient, and how that passes from one to the next. */
@NullMarked
package care.throughline.events.careteam;

import org.jspecify.annotations.NullMarked;
