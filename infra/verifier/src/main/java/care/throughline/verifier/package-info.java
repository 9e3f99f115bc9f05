/** The stand-alone verifier of exports of the ledger. */
@NullMarked
package care.throughline.verifier;

import org.jspecify.annotations.NullMarked;
