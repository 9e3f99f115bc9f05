/** Where every request for a payer's permission stands, what it waits for, and what was decided. */
@NullMarked
package care.throughline.query.authorizations;

import org.jspecify.annotations.NullMarked;
