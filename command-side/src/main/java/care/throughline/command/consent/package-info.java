/** Consents: what a person signed, and took back. */
@NullMarked
package care.throughline.command.consent;

import org.jspecify.annotations.NullMarked;
