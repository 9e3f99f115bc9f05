/** Tests of the event store. */
@NullMarked
package care.throughline.infra.store;

import org.jspecify.annotations.NullMarked;
