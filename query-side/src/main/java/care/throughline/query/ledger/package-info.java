/** The ledger as others see it: checkpoints, tiles, proofs, exports, and the page for compliance. */
@NullMarked
package care.throughline.query.ledger;

import org.jspecify.annotations.NullMarked;
