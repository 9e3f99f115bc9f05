/** Axon, wired by hand: buses, aggregates with their cache, and how a command gets its answer. */
@NullMarked
package care.throughline.infra.axon;

import org.jspecify.annotations.NullMarked;
