/** What came of acting on several lines of the desk at once. */
@NullMarked
package care.throughline.query.rounds;

import org.jspecify.annotations.NullMarked;
