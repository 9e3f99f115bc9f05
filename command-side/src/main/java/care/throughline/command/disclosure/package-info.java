/** Records by hand what was told of a patient to somebody outside. */
@NullMarked
package care.throughline.command.disclosure;

import org.jspecify.annotations.NullMarked;
