/** Tests of the processors. */
@NullMarked
package care.throughline.infra.projections;

import org.jspecify.annotations.NullMarked;
