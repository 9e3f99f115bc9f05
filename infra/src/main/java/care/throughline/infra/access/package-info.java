/** Records who is shown whose data before it leaves, and who was refused. */
@NullMarked
package care.throughline.infra.access;

import org.jspecify.annotations.NullMarked;
