/** Merkle trees as RFC 6962 defines them, with SHA-256: hashes, proofs, and their verification. Pure. */
@NullMarked
package care.throughline.infra.merkle;

import org.jspecify.annotations.NullMarked;
