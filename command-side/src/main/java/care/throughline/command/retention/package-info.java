/** Lets go of what the retention schedule says is due, by two people's word. */
@NullMarked
package care.throughline.command.retention;

import org.jspecify.annotations.NullMarked;
