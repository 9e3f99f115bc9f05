@NullMarked
package care.throughline.infra.erasure;

import org.jspecify.annotations.NullMarked;
