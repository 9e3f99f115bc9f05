/** Keeps questions to the audit, shares and discards them. */
@NullMarked
package care.throughline.command.investigation;

import org.jspecify.annotations.NullMarked;
