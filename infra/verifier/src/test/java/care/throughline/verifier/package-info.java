/** Tests of the verifier. */
@NullMarked
package care.throughline.verifier;

import org.jspecify.annotations.NullMarked;
