/** Tests of the tree. */
@NullMarked
package care.throughline.infra.merkle;

import org.jspecify.annotations.NullMarked;
