/** The board of transitions: the same read model as the desk, told by where each transition stands. */
@NullMarked
package care.throughline.query.transitions;

import org.jspecify.annotations.NullMarked;
