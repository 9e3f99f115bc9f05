/** Tests of running on Axon Server. */
@NullMarked
package care.throughline.infra.axonserver;

import org.jspecify.annotations.NullMarked;
