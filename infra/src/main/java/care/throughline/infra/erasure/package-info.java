/** Carries erasures out: the list kept apart, the keys, what is left in files, and all of it again after a restore. */
@NullMarked
package care.throughline.infra.erasure;

import org.jspecify.annotations.NullMarked;
