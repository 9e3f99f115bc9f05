/** Messages leave: over real sockets, to receivers of our own. */
@NullMarked
package care.throughline.infra.outbox;

import org.jspecify.annotations.NullMarked;
