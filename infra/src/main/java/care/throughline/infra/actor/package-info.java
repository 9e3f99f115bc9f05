/** Who acts: asked by everything that records, answered by whoever signs people in. */
@NullMarked
package care.throughline.infra.actor;

import org.jspecify.annotations.NullMarked;
