/** What happened while nobody was at the desk: admissions and discharges since the last shift ended. */
@NullMarked
package care.throughline.query.overnight;

import org.jspecify.annotations.NullMarked;
