/** Where tests find input whose truth is known. */
@NullMarked
package care.throughline.samples;

import org.jspecify.annotations.NullMarked;
