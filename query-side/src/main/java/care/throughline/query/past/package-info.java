/** The time machine: what a page showed at any moment, beside what it shows at another, and the events between. */
@NullMarked
package care.throughline.query.past;

import org.jspecify.annotations.NullMarked;
