/** What happens to a patient record and to the identifiers that lead to it. */
@NullMarked
package care.throughline.events.patient;

import org.jspecify.annotations.NullMarked;
