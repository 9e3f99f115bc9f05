/** Erasing a person: asked for, held, refused, approved by a second person, carried out and certified. */
@NullMarked
package care.throughline.command.erasure;

import org.jspecify.annotations.NullMarked;
