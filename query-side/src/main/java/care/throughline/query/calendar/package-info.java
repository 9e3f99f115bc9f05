/** Projects who is where when: appointments wherever their time stands, standing weeks, what does not fit, and what is left to do. */
@NullMarked
package care.throughline.query.calendar;

import org.jspecify.annotations.NullMarked;
