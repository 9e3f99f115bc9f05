/** How a person is erased, or why not: asked for, held, refused, approved, carried out, certified. */
@NullMarked
package care.throughline.events.erasure;

import org.jspecify.annotations.NullMarked;
