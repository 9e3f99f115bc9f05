/** The ledger: a Merkle tree over all events, kept up right after the store's commits, its checkpoints, proofs and exports. */
@NullMarked
package care.throughline.infra.ledger;

import org.jspecify.annotations.NullMarked;
