/** What hospitals tell about visits, as facts and as the picture that follows from them. */
@NullMarked
package care.throughline.events.stay;

import org.jspecify.annotations.NullMarked;
