/** Decides who may open a restricted chart: restricting, breaking the glass for an hour, and the review after it. */
@NullMarked
package care.throughline.command.restriction;

import org.jspecify.annotations.NullMarked;
