/** Which charts are restricted, to whom they are open all the same, and each time that the glass was broken. */
@NullMarked
package care.throughline.query.restrictions;

import org.jspecify.annotations.NullMarked;
