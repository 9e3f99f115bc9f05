/** Files on erasing people, their certificates, and what the retention schedule says is due. */
@NullMarked
package care.throughline.query.erasure;

import org.jspecify.annotations.NullMarked;
