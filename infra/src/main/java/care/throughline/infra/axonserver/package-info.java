/** Axon Server in the place of our store and bus: profile {@code axon-server}; without it nothing ever dials it. */
@NullMarked
package care.throughline.infra.axonserver;

import org.jspecify.annotations.NullMarked;
