/** What several tests of this module share. */
@NullMarked
package care.throughline.infra.testing;

import org.jspecify.annotations.NullMarked;
