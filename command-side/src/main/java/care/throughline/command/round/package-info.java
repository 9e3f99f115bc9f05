/** Acts on several lines of the desk at once, by an ordinary command each, and takes that back. */
@NullMarked
package care.throughline.command.round;

import org.jspecify.annotations.NullMarked;
