/** Tests of the wiring of Axon. */
@NullMarked
package care.throughline.infra.axon;

import org.jspecify.annotations.NullMarked;
