/** Acting on several lines of the desk at once, over HTTP. */
@NullMarked
package care.throughline.infra.rounds;

import org.jspecify.annotations.NullMarked;
