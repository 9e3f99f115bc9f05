/** Which messages leave for the systems of performers: decided here event by event, written and sent by the outbox. */
@NullMarked
package care.throughline.command.exchange;

import org.jspecify.annotations.NullMarked;
