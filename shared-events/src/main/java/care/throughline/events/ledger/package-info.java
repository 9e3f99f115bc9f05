/** What people decide about the ledger over all events. */
@NullMarked
package care.throughline.events.ledger;

import org.jspecify.annotations.NullMarked;
