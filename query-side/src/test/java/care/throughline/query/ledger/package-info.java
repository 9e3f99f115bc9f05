/** Tests of what the ledger shows. */
@NullMarked
package care.throughline.query.ledger;

import org.jspecify.annotations.NullMarked;
