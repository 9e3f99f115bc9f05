/** Who is accountable for a patient, passed on by offer and acceptance. */
@NullMarked
package care.throughline.command.careteam;

import org.jspecify.annotations.NullMarked;
