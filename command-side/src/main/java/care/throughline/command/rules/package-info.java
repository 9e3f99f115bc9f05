/** The numbers that law, payers and the house set, in dated packs, and what follows from them. */
@NullMarked
package care.throughline.command.rules;

import org.jspecify.annotations.NullMarked;
