/** Tests of the ledger. */
@NullMarked
package care.throughline.infra.ledger;

import org.jspecify.annotations.NullMarked;
