/** The people: who they are now, by which numbers they are known, their visits, and who is accountable for them. */
@NullMarked
package care.throughline.query.patients;

import org.jspecify.annotations.NullMarked;
