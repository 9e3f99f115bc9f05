/** The worklist: one line per open piece of work, why it is there, what is due when, and what to do from the line. */
@NullMarked
package care.throughline.query.desk;

import org.jspecify.annotations.NullMarked;
