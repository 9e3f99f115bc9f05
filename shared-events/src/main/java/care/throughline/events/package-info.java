/** The contract between the two sides: what can happen, and the typed names of what it happens to. */
@NullMarked
package care.throughline.events;

import org.jspecify.annotations.NullMarked;
