/** Who was shown whose data, and who was refused. */
@NullMarked
package care.throughline.events.access;

import org.jspecify.annotations.NullMarked;
