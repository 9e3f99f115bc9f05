/** The coordinator's work around one discharge: what keeps it in step with the stays, and what people do in it. */
@NullMarked
package care.throughline.command.transition;

import org.jspecify.annotations.NullMarked;
