/** Lets a person begin a new log of the ledger after a restore, and says in the events what was lost. */
@NullMarked
package care.throughline.command.ledger;

import org.jspecify.annotations.NullMarked;
