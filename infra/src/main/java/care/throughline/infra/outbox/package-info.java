/** Sends what the systems of performers are to be told: once per event, by one node, again and again until it is answered. */
@NullMarked
package care.throughline.infra.outbox;

import org.jspecify.annotations.NullMarked;
