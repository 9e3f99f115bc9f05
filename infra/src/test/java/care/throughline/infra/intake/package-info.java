/** Tests of the way in, on the running application. */
@NullMarked
package care.throughline.infra.intake;

import org.jspecify.annotations.NullMarked;
