/** Every event with who, why, when and whom it concerns: what compliance searches, and the index into anybody's past. */
@NullMarked
package care.throughline.query.audit;

import org.jspecify.annotations.NullMarked;
