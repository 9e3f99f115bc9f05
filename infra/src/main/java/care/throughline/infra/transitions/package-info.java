/** Wires the rules and the reconciler of transitions. */
@NullMarked
package care.throughline.infra.transitions;

import org.jspecify.annotations.NullMarked;
