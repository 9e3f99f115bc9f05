/** The messages that came in: what became of each, what it caused, and which wait for a person. */
@NullMarked
package care.throughline.query.intake;

import org.jspecify.annotations.NullMarked;
