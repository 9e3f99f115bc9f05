/** The composition root: the main class and what is wired for the whole application. */
@NullMarked
package care.throughline.infra;

import org.jspecify.annotations.NullMarked;
