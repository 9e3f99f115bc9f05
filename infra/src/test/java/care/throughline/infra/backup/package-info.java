@NullMarked
package care.throughline.infra.backup;

import org.jspecify.annotations.NullMarked;
