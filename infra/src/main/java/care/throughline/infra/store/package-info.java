/** The event store: one appender per node, positions without gaps, reading by position. */
@NullMarked
package care.throughline.infra.store;

import org.jspecify.annotations.NullMarked;
