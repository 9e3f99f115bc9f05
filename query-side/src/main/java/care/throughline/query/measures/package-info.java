/** Outcome measures of which every member of every number has its receipt. */
@NullMarked
package care.throughline.query.measures;

import org.jspecify.annotations.NullMarked;
