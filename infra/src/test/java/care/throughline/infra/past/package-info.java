@NullMarked
package care.throughline.infra.past;

import org.jspecify.annotations.NullMarked;
