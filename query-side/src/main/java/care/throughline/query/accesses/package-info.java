/** Who was shown whose data, and who was refused: for compliance officers, and for the person themselves. */
@NullMarked
package care.throughline.query.accesses;

import org.jspecify.annotations.NullMarked;
