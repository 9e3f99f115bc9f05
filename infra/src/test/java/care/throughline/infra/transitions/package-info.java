/** Tests of what follows from stays, in the running application. */
@NullMarked
package care.throughline.infra.transitions;

import org.jspecify.annotations.NullMarked;
