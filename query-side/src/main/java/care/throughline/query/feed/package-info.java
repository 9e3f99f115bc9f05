/** The stream of everything that happened, for those who compute from it. */
@NullMarked
package care.throughline.query.feed;

import org.jspecify.annotations.NullMarked;
